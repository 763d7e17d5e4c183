package io.github.junitattrib.assertj;

import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.axiom.Linearity;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.InstanceOfAssertFactory;

/**
 * Assertions on an attribution method, on any model; not final, because AssertJ's soft assertions subclass it.
 */
public class MethodAssert extends AbstractAssert<MethodAssert, AttributionMethod> {

    /**
     * Begins assertions; tests call {@link AttributionAssertions#assertThat(AttributionMethod)}.
     *
     * @param actual the method with its options
     */
    public MethodAssert(AttributionMethod actual) {
        super(actual, MethodAssert.class);
    }

    /**
     * Names the model that the method is tried on, toward the predicted class and from the padding baseline. Make an {@link
     * AttributionRunner} for another target or baseline. Soft assertions collect what is verified behind it as well.
     *
     * <pre>{@code
     * TextClassifier model = ig("great").model();
     * assertThat(integratedGradients()).on(model).isComplete("A stellar, moving film"); // passes
     * assertThat(new InputTimesGradient()).on(ClosedForms.saturating()).isSensitive("2"); // fails
     * }</pre>
     *
     * @param model the model to explain
     * @return assertions on both
     */
    public AxiomAssert on(TextClassifier model) {
        Objects.requireNonNull(model, "The model must not be null. Give the one to explain, such as ig(text).model().");
        // Where chains navigate by asInstanceOf(..), soft assertions and assumptions put their own in place.
        return asInstanceOf(new InstanceOfAssertFactory<>(
                AttributionMethod.class, method -> new AxiomAssert(AttributionRunner.of(model, method))));
    }

    /**
     * Verifies that the scores of a sum of models are the sums of their scores.
     *
     * <pre>{@code
     * ClosedForm ab = ClosedForm.of("ab", 2, x -> new Gradient[] {x[0].multiply(x[1])});
     * ClosedForm a = ClosedForm.of("a", 2, x -> new Gradient[] {x[0].add(x[1].multiply(0))});
     * ClosedForm both = ClosedForm.of("2ab - 3a", 2, x -> new Gradient[] {x[0].multiply(x[1]).multiply(2).subtract(x[0].multiply(3))});
     * Linearity sum = new Linearity(2, ab, -3, a, both);
     * assertThat(integratedGradients()).isLinear(sum, "3 1"); // passes
     * assertThat(new Saliency()).isLinear(sum, "3 1"); // fails: |2b − 3| is not 2|b| − 3
     * }</pre>
     *
     * @param sum a model, and those of which it is the sum
     * @param text the text exactly as it is to be explained
     * @return these assertions, to go on
     * @throws AssertionError if a score is another one, by more than three times the uncertainties
     * @throws InconclusiveException if the model is no such sum, or the scores are too uncertain to tell
     */
    public MethodAssert isLinear(Linearity sum, String text) {
        isNotNull();
        Objects.requireNonNull(sum, "The sum must not be null. Declare one: new Linearity(2, f, -3, g, sum).");
        Question question = Question.of(text);
        AttributionMethod method = actual;
        Outcome outcome = AxiomJudgment.linearity(sum.measure(method, question));
        new Settlement("isLinear", List.of(names(sum), text), Check.About.METHOD, requests(sum, text))
                .settle(
                        outcome,
                        models -> AxiomJudgment.linearity(sum.measure(method, question)),
                        outcome.evidence().orElseThrow(),
                        info,
                        this::assertionError);
        return myself;
    }

    private static List<String> names(Linearity sum) {
        return Stream.of(sum.sum(), sum.f(), sum.g())
                .map(model -> model.facts().name())
                .toList();
    }

    private List<AttributionRequest> requests(Linearity sum, String text) {
        return Stream.of(sum.sum(), sum.f(), sum.g())
                .map(model -> AttributionRequest.of(model, text, actual))
                .toList();
    }

    @Override
    protected boolean isElementOfCustomAssert(StackTraceElement frame) {
        return super.isElementOfCustomAssert(frame) || OurFrames.contain(frame);
    }
}
