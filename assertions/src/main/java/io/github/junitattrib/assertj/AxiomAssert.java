package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.axiom.Dummy;
import io.github.junitattrib.axiom.Sensitivity;
import io.github.junitattrib.axiom.Symmetry;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a method and a model: do the scores satisfy the axioms on a text?
 *
 * <p>They say something of the method and its numbers, and nothing of what the model has learnt. Not final, because
 * AssertJ's soft assertions subclass it.
 */
public class AxiomAssert extends AbstractAssert<AxiomAssert, AttributionRunner> {

    /**
     * Begins assertions; tests call {@link AttributionAssertions#assertThat(AttributionRunner)}.
     *
     * @param actual a method with its model, target and baseline
     */
    public AxiomAssert(AttributionRunner actual) {
        super(actual, AxiomAssert.class);
    }

    /**
     * Verifies that the scores of a text sum to F(x) − F(x'), within the limit that the method was given.
     *
     * <pre>{@code
     * TextClassifier model = ig("great").model();
     * assertThat(integratedGradients()).on(model).isComplete("A stellar, moving film"); // passes
     * IntegratedGradients coarse = new IntegratedGradients(IntegrationRule.gaussLegendre(2));
     * assertThat(coarse).on(model).isComplete("They said it was great"); // cannot tell: too few points
     * assertThat(LayerwiseRelevance.attnLrp()).on(model).isComplete("A stellar, moving film"); // fails: biases take a part
     * }</pre>
     *
     * @param text the text exactly as it is to be explained
     * @return these assertions, to go on
     * @throws AssertionError if the gap exceeds the limit by more than the scores are uncertain, or is not finite
     * @throws InconclusiveException if the scores are too uncertain to tell, or the method claims no sum
     */
    public AxiomAssert isComplete(String text) {
        isNotNull();
        AttributionRequest request = actual.explain(text);
        BiFunction<AttributionRequest, Substitution, Outcome> judgment = (asked, models) -> {
            Attribution attribution = models.attribution(asked);
            return new CompletenessJudgment()
                    .apply(attribution.withVerdictBars())
                    .shownBy(attribution);
        };
        return verify("isComplete", List.of(text), request, judgment);
    }

    /**
     * Verifies that each word of a text that alone changes the explained number, by more than 0.01, has a score.
     *
     * <p>For each word the baseline is the text with this word alone taken away. The word's score from there must exceed its
     * uncertainty; of methods that draw samples, three standard errors.
     *
     * <pre>{@code
     * TextClassifier model = ig("great").model();
     * assertThat(integratedGradients()).on(model).isSensitive("A stellar, moving film"); // passes
     * ClosedForm saturating = ClosedForms.saturating(); // 1 − relu(1 − x)
     * assertThat(integratedGradients()).on(saturating).isSensitive("2"); // passes
     * assertThat(new InputTimesGradient()).on(saturating).isSensitive("2"); // fails: flat at 2
     * }</pre>
     *
     * @param text the text exactly as it is to be explained
     * @return these assertions, to go on
     * @throws AssertionError if a word that changes the explained number has no score
     * @throws InconclusiveException if no word changes it, or the scores are too uncertain to tell
     * @see Sensitivity
     */
    public AxiomAssert isSensitive(String text) {
        return isSensitive(text, new Sensitivity());
    }

    /**
     * Verifies that each word of a text that alone changes the explained number, by more than a threshold, has a score.
     *
     * <pre>{@code
     * TextClassifier model = ig("great").model();
     * Sensitivity above = new Sensitivity().above(0.05);
     * assertThat(integratedGradients()).on(model).isSensitive("A stellar, moving film", above); // passes
     * assertThat(new InputTimesGradient()).on(ClosedForms.saturating()).isSensitive("2", above); // fails
     * }</pre>
     *
     * @param text the text exactly as it is to be explained
     * @param options threshold, and how words are taken away
     * @return these assertions, to go on
     * @throws AssertionError if a word that changes the explained number has no score
     * @throws InconclusiveException if no word changes it by more than the threshold, or the scores are too uncertain to
     *     tell
     */
    public AxiomAssert isSensitive(String text, Sensitivity options) {
        isNotNull();
        Objects.requireNonNull(options, "The options must not be null. Leave them out for a threshold of 0.01.");
        AttributionRequest request = actual.explain(text);
        return verify(
                "isSensitive",
                List.of(text, options.parameters()),
                request,
                (asked, models) -> new SensitivityJudgment(options).apply(asked, models.model(asked)));
    }

    /**
     * Verifies that a word has no score, on a function that does not depend on it.
     *
     * <pre>{@code
     * ClosedForm threeA = ClosedForm.of("3a + 0b", 2, x -> new Gradient[] {x[0].multiply(3).add(x[1].multiply(0))});
     * assertThat(integratedGradients()).on(threeA).ignoresDummy("5", "2 5"); // passes
     * assertThat(new Lime().with(Removal.BASELINE)).on(threeA).ignoresDummy("5", "2 5"); // fails: its ridge gives the neighbour a share
     * assertThat(integratedGradients()).on(threeA).ignoresDummy("2", "2 5"); // cannot tell: it depends on a
     * }</pre>
     *
     * @param word the word on which F does not depend
     * @param text the text exactly as it is to be explained
     * @return these assertions, to go on
     * @throws AssertionError if the word has a score, by more than three times its uncertainty
     * @throws InconclusiveException if F depends on the word, or the scores are too uncertain to tell
     * @throws IllegalArgumentException if the word is absent or ambiguous
     */
    public AxiomAssert ignoresDummy(String word, String text) {
        return ignoresDummy(WordSelector.word(word), text);
    }

    /**
     * Verifies that a word has no score, on a function that does not depend on it.
     *
     * <pre>{@code
     * ClosedForm threeA = ClosedForm.of("3a + 0b", 2, x -> new Gradient[] {x[0].multiply(3).add(x[1].multiply(0))});
     * assertThat(integratedGradients()).on(threeA).ignoresDummy(word("2").occurrence(2), "2 2"); // passes
     * assertThat(new Lime().with(Removal.BASELINE).with(Units.WORDS)).on(threeA).ignoresDummy(word("2").occurrence(2), "2 2"); // fails
     * }</pre>
     *
     * @param word the word on which F does not depend
     * @param text the text exactly as it is to be explained
     * @return these assertions, to go on
     * @throws AssertionError if the word has a score, by more than three times its uncertainty
     * @throws InconclusiveException if F depends on the word, or the scores are too uncertain to tell
     * @throws IllegalArgumentException if the word is absent or ambiguous
     */
    public AxiomAssert ignoresDummy(WordSelector word, String text) {
        isNotNull();
        Dummy dummy = new Dummy(word);
        AttributionRequest request = actual.explain(text);
        return verify(
                "ignoresDummy",
                List.of(word, text),
                request,
                (asked, models) ->
                        AxiomJudgment.dummy(dummy.measure(models.model(asked), asked.method(), asked.question())));
    }

    /**
     * Verifies that two words that could change places in F, and have the same value, have the same score.
     *
     * <pre>{@code
     * ClosedForm sum = ClosedForm.of("a + b + ab", 2, x -> new Gradient[] {x[0].add(x[1]).add(x[0].multiply(x[1]))});
     * WordSelector first = word("5").occurrence(1);
     * WordSelector second = word("5").occurrence(2);
     * assertThat(integratedGradients()).on(sum).isSymmetric(first, second, "5 5"); // passes
     * assertThat(new PartitionShap()).on(ClosedForms.fourUnits()).isSymmetric(first, second, "5 5 5"); // fails: halves differ
     * ClosedForm onlyA = ClosedForm.of("a + 0b", 2, x -> new Gradient[] {x[0].add(x[1].multiply(0))});
     * assertThat(integratedGradients()).on(onlyA).isSymmetric(first, second, "5 5"); // cannot tell: not the same
     * }</pre>
     *
     * @param first a word of the text
     * @param second another place of the same word
     * @param text the text exactly as it is to be explained
     * @return these assertions, to go on
     * @throws AssertionError if their scores differ, by more than three times their uncertainties
     * @throws InconclusiveException if F changes where they change places, or the scores are too uncertain to tell
     * @throws IllegalArgumentException if a word is absent or ambiguous, or both are the same or of other values
     */
    public AxiomAssert isSymmetric(WordSelector first, WordSelector second, String text) {
        isNotNull();
        Symmetry symmetry = new Symmetry(first, second);
        AttributionRequest request = actual.explain(text);
        return verify(
                "isSymmetric",
                List.of(first, second, text),
                request,
                (asked, models) -> AxiomJudgment.symmetry(
                        symmetry.measure(models.model(asked), asked.method(), asked.question())));
    }

    private AxiomAssert verify(
            String kind,
            List<?> arguments,
            AttributionRequest request,
            BiFunction<AttributionRequest, Substitution, Outcome> judgment) {
        Outcome outcome = judgment.apply(request, Substitution.none());
        new Settlement(kind, arguments, Check.About.METHOD, List.of(request))
                .settle(
                        outcome,
                        models -> judgment.apply(request, models),
                        outcome.evidence().orElseThrow(),
                        info,
                        this::assertionError);
        return myself;
    }

    @Override
    protected boolean isElementOfCustomAssert(StackTraceElement frame) {
        return super.isElementOfCustomAssert(frame) || OurFrames.contain(frame);
    }
}
