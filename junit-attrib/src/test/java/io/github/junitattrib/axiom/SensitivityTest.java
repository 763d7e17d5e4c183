package io.github.junitattrib.axiom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.NeuronAttribution;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sensitivity (a) on functions whose changes are computed by hand. */
class SensitivityTest {

    private static final IntegratedGradients IG = new IntegratedGradients();

    private static SensitivityResult measure(TextClassifier model, AttributionMethod method, String text) {
        return new Sensitivity().measure(model, method, Question.of(text));
    }

    @Test
    void theClassicExampleFailsForInputTimesGradient() {
        SensitivityResult result = measure(ClosedForms.saturating(), new InputTimesGradient(), "2");

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        WordChange word = result.first(Verdict.FAIL).orElseThrow();
        assertThat(word.text()).isEqualTo("2");
        assertThat(word.span()).isEqualTo(new Span(0, 1));
        // 1 − relu(1 − x) is 1 at 2 and 0 at 0.
        assertThat(word.change()).isEqualTo(1);
        assertThat(word.score()).isZero();
    }

    @Test
    void theClassicExamplePassesForIntegratedGradients() {
        SensitivityResult result = measure(ClosedForms.saturating(), IG, "2");

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.changes().get(0).score()).isCloseTo(1, within(0.02));
    }

    @Test
    void eachWordHasABaselineOfItsOwn() {
        SensitivityResult result = measure(Functions.PRODUCT, IG, "3 4");

        // From (0, 4) and from (3, 0) the path has the length of one number, and 12 to share; from (0, 0) each has 6.
        assertThat(result.words()).isEqualTo(2);
        assertThat(result.largestChange()).isEqualTo(12);
        assertThat(result.changes()).extracting(WordChange::change).containsExactly(12.0, 12.0);
        assertThat(result.changes()).extracting(WordChange::text).containsExactly("3", "4");
        for (WordChange change : result.changes()) {
            assertThat(change.score()).isCloseTo(12, within(1e-9));
            assertThat(change.attribution().baselineScore()).isZero();
            assertThat(change.attribution().method().parameters())
                    .containsEntry(
                            "baseline",
                            "PAD at [" + change.span().start() + ", "
                                    + change.span().end() + ")");
        }
        assertThat(result.whole().words())
                .extracting(word -> word.score())
                .allSatisfy(score -> assertThat(score).isCloseTo(6, within(1e-9)));
    }

    @Test
    void theBaselineOfTheQuestionIsPutInTheWordsPlace() {
        ClosedForm product = Functions.PRODUCT.baseline(Baseline.MASK, 1);

        SensitivityResult result =
                new Sensitivity().measure(product, IG, Question.of("3 4").from(Baseline.MASK));

        // 12 − 1·4 and 12 − 3·1.
        assertThat(result.changes()).extracting(WordChange::change).containsExactly(8.0, 9.0);
        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void wordsThatChangeLittleAreNotAskedAbout() {
        ClosedForm mostlyA = ClosedForm.of("a + b/100", 2, x -> new Gradient[] {x[0].add(x[1].divide(100))});

        SensitivityResult result = new Sensitivity().above(0.05).measure(mostlyA, IG, Question.of("3 4"));

        assertThat(result.changes()).extracting(WordChange::text).containsExactly("3");
        assertThat(new Sensitivity().measure(mostlyA, IG, Question.of("3 4")).changes())
                .hasSize(2);
    }

    @Test
    void aTextWithoutInfluenceProvesNothing() {
        ClosedForm zero = ClosedForm.of("0", 2, x -> new Gradient[] {x[0].multiply(0)});

        SensitivityResult result = measure(zero, new Occlusion(), "3 4");

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.changes()).isEmpty();
        assertThat(result.largestChange()).isZero();
    }

    @Test
    void modelsOfPredictionsAloneLoseWords() {
        Predicting good = Predicting.logit("good", text -> text.contains("good") ? 2.0 : 0.5);

        SensitivityResult result = measure(good, new Occlusion(), "a good film");

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.changes()).hasSize(1);
        assertThat(result.changes().get(0).change()).isEqualTo(1.5);
        assertThat(result.changes().get(0).score()).isEqualTo(1.5);
    }

    @Test
    void wordsMayBeReplaced() {
        SensitivityResult result =
                new Sensitivity().with(Removal.replaceBy("1")).measure(Functions.PRODUCT, IG, Question.of("3 4"));

        assertThat(result.changes()).extracting(WordChange::change).containsExactly(8.0, 9.0);
    }

    @ParameterizedTest
    @CsvSource({
        // score, bar, change
        "0.04, 0.05, 1, INCONCLUSIVE",
        "0.001, 0.0015, 2, INCONCLUSIVE",
        "0.1, 0.19, 2, INCONCLUSIVE",
        "0.1, 0.09, 2, PASS",
        "-0.1, 0.09, 2, PASS",
        // One word alone: whatever it has is the largest score, in a unit that is not that of F.
        "1e-9, 0, 2, PASS",
        "0, 0, 2, FAIL",
        "0, 1e-9, 2, INCONCLUSIVE",
        "NaN, 0.09, 2, INCONCLUSIVE"
    })
    void aScoreFailsOnlyWhereItsErrorBarAllowsNone(double score, double bar, double change, Verdict expected) {
        Predicting good = Predicting.logit("good", text -> text.contains("good") ? change : 0);

        assertThat(measure(good, new Stated(score, bar, true), "good film").verdict())
                .isEqualTo(expected);
    }

    @Test
    void aScoreOfAMethodThatHasNotConvergedDoesNotPass() {
        Predicting good = Predicting.logit("good", text -> text.contains("good") ? 2.0 : 0);

        assertThat(measure(good, new Stated(0.1, 0.09, false), "good film").verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(measure(good, new Stated(0, 0, false), "good film").verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest
    @CsvSource({
        // A thousandth of what the others have, or of the change where scores are shares of it, counts as none.
        "0.0005, 0.0004, false, PASS",
        "0, 0.0009, false, FAIL",
        "0.0004, 0.0005, false, FAIL",
        "0, 0.0011, false, INCONCLUSIVE",
        "0.000000001, 0, false, FAIL",
        "0, 0.0011, true, FAIL",
        "0, 0.0019, true, FAIL",
        "0, 0.0021, true, INCONCLUSIVE",
        "0.0011, 0.0015, true, INCONCLUSIVE"
    })
    void whatCountsAsNoneDependsOnWhatTheMethodClaims(double score, double bar, boolean shares, Verdict expected) {
        Attribution scores = attribution(score, bar, shares ? 0 : Double.NaN);
        WordChange word = new WordChange("good", new Span(0, 4), 2, score, bar, scores);

        assertThat(scores.claimsCompleteness()).isEqualTo(shares);
        assertThat(word.verdict()).isEqualTo(expected);
    }

    /** Scores of "good", and 1 for "film", of a change of 2. */
    private static Attribution attribution(double score, double bar, double baselineScore) {
        Attribution like = new Stated(0).attribute(Predicting.logit("good", text -> 2.0), Question.of("good film"));
        TokenScore good = like.tokens().get(0);
        return new Attribution(
                like.text(),
                List.of(
                        new TokenScore(good.text(), good.span(), good.word(), false, score, bar),
                        like.tokens().get(1)),
                like.target(),
                like.prediction(),
                2,
                baselineScore,
                like.convergence(),
                like.method(),
                like.model());
    }

    @Test
    void numbersOfHiddenUnitsAreRefused() {
        AttributionMethod unit = new NeuronAttribution(Layer.EMBEDDING_OUTPUT, 0, 0);

        assertThatThrownBy(() -> measure(Functions.RELU_FIRST, unit, "3 1"))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("is none that it gives for changed texts. Explain a class.");
    }

    @Test
    @SuppressWarnings("NullAway") // misuse is the point
    void misuseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sensitivity().above(0))
                .withMessageContaining("is a finite number above 0, in the unit of the scores, but is 0.0. Take 0.01.");
        assertThatIllegalArgumentException().isThrownBy(() -> new Sensitivity().above(Double.NaN));
        assertThatNullPointerException().isThrownBy(() -> new Sensitivity().with(null));
    }

    @Test
    void optionsAreListed() {
        assertThat(new Sensitivity().above(0.5).with(Removal.DELETE).parameters())
                .hasToString("{threshold=0.5, removal=delete}");
    }

    @Test
    void theWholeTextIsExplainedToo() {
        Attribution whole = measure(ClosedForms.saturating(), IG, "2").whole();

        assertThat(whole.method().parameters()).containsEntry("baseline", "PAD");
    }
}
