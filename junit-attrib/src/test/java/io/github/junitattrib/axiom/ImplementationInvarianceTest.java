package io.github.junitattrib.axiom;

import static io.github.junitattrib.axiom.InvarianceResult.Step.FUNCTIONS;
import static io.github.junitattrib.axiom.InvarianceResult.Step.SCORES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.Target;
import io.github.junitattrib.UnknownLabelException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.DeepLift;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.LayerwiseRelevance;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.method.ShapleyValues;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.Variants;
import java.util.List;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Implementation invariance on functions whose values and scores are computed by hand. */
class ImplementationInvarianceTest {

    private static final IntegratedGradients IG = new IntegratedGradients();

    private static InvarianceResult compare(
            TextClassifier first, TextClassifier second, AttributionMethod method, String text) {
        return new ImplementationInvariance().measure(first, second, method, Question.of(text));
    }

    @Test
    void functionsThatAgreeOnThePathAloneDiffer() {
        InvarianceResult result = compare(Functions.A, Functions.B, IG, "2 2");

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.broken()).contains(FUNCTIONS);
        FunctionAgreement functions = result.functions().orElseThrow();
        // 5 points of the path, 3 for each of 2 tokens, 32 random ones.
        assertThat(functions.points()).isEqualTo(43);
        assertThat(functions.onPath()).isZero();
        assertThat(functions.largest()).isBetween(1.0, 2.0);
        assertThat(functions.at().description())
                .isEqualTo("path point alpha=0 with token \"2\" displaced to alpha=0.5");
        assertThat(functions.at().places()).containsExactly(new Span(0, 1));
        assertThat(functions.first()).isEqualTo(1);
        assertThat(functions.second()).isZero();
    }

    @Test
    void whereEveryDisplacedTokenAgreesRandomPointsTell() {
        // ab(a − b)(a − 1)(b − 1) is 0 on the diagonal and wherever a number is 0 or 1, as displaced ones are.
        ClosedForm zero = ClosedForm.of("0", 2, x -> new Gradient[] {x[0].multiply(0)});
        ClosedForm hidden = ClosedForm.of("hidden", 2, x -> new Gradient[] {
            x[0].multiply(x[1])
                    .multiply(x[0].subtract(x[1]))
                    .multiply(x[0].subtract(1))
                    .multiply(x[1].subtract(1))
        });

        InvarianceResult result = compare(zero, hidden, IG, "2 2");

        assertThat(result.broken()).contains(FUNCTIONS);
        FunctionAgreement functions = result.functions().orElseThrow();
        assertThat(functions.onPath()).isZero();
        assertThat(functions.at().description()).startsWith("random point ").endsWith(" (seed 1)");
        assertThat(functions.at().places()).isEmpty();
    }

    @Test
    void theTwoEqualReluFunctionsHaveTheSameIntegratedGradients() {
        InvarianceResult result = compare(Functions.RELU_FIRST, Functions.RELU_LATER, IG, "3 1");

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.broken()).isEmpty();
        assertThat(result.functions().orElseThrow().largest()).isLessThan(1e-12);
        assertThat(result.scores().comparisons()).hasSize(2);
        assertThat(result.scores().comparisons().get(0).expected()).isCloseTo(1.5, within(0.02));
        assertThat(result.scores().comparisons().get(1).seen()).isCloseTo(-0.5, within(0.02));
    }

    @Test
    void theTwoEqualReluFunctionsHaveOtherDeepLiftScores() {
        // relu(a) − 1 − relu(b) rises from −1 to 1, and relu of it from 0 to 1: multiplier 1/2, of 3 and −1.
        // relu(a − 1) − relu(b) rises from 0 to 1 with multiplier 1; relu(a − 1) from 0 to 2 by 3.
        InvarianceResult result = compare(Functions.RELU_FIRST, Functions.RELU_LATER, new DeepLift(), "3 1");

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.broken()).contains(SCORES);
        assertThat(result.functions().orElseThrow().holds()).isTrue();
        Comparison worst = result.scores().worst().orElseThrow();
        assertThat(worst.what()).isIn("the score of token \"3\"", "the score of token \"1\"");
        assertThat(result.scores().comparisons().get(0).expected()).isCloseTo(1.5, within(1e-9));
        assertThat(result.scores().comparisons().get(0).seen()).isCloseTo(2, within(1e-9));
        assertThat(result.scores().comparisons().get(1).expected()).isCloseTo(-0.5, within(1e-9));
        assertThat(result.scores().comparisons().get(1).seen()).isCloseTo(-1, within(1e-9));
        assertThat(result.scores().comparisons().get(1).places()).containsExactly(new Span(2, 3));
    }

    @Test
    void theTwoEqualReluFunctionsHaveOtherRelevance() {
        InvarianceResult result = compare(
                Functions.RELU_FIRST,
                Functions.RELU_LATER,
                LayerwiseRelevance.attnLrp().epsilon(0.25),
                "3 1");

        assertThat(result.broken()).contains(SCORES);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, -1e-3})
    void aShiftOfTheScoresIsReportedWithItsSize(double shift) {
        Changed shifted = new Changed(Functions.PRODUCT, "shifted", shift, 1);

        InvarianceResult result = compare(Functions.PRODUCT, shifted, IG, "3 4");

        assertThat(result.broken()).contains(FUNCTIONS);
        FunctionAgreement functions = result.functions().orElseThrow();
        assertThat(functions.largest()).isCloseTo(1e-3, within(1e-12));
        assertThat(functions.onPath()).isCloseTo(1e-3, within(1e-12));
        // 2e-5 of the range, 12, and 2^-20 of the largest value, 12.
        assertThat(functions.tolerance()).isCloseTo(2.4e-4 + 12 / 1048576.0, within(1e-7));
        assertThat(functions.second() - functions.first()).isCloseTo(shift, within(1e-12));
        assertThat(functions.at().onPath()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.6, 1000})
    void wordsOfOppositeSignsAreNeverTheSameWhateverIsAddedToTheFunction(double offset) {
        Predicting one = weights("one", offset, 0.30, 0.01);
        Predicting other = weights("other", offset, 0.30, -0.009);

        InvarianceResult result = compare(one, other, new Occlusion(), "a great film");

        assertThat(result.broken()).contains(FUNCTIONS);
        assertThat(result.functions().orElseThrow().largest()).isCloseTo(0.019, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.6, 1000})
    void theRoundingOfTheLastBitsIsAllowedWhateverIsAddedToTheFunction(double offset) {
        double bit = Math.ulp((float) (offset + 0.31));

        InvarianceResult result = compare(
                weights("one", offset, 0.30, 0.01),
                weights("other", offset + 2 * bit, 0.30, 0.01),
                new Occlusion(),
                "a great film");

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    }

    private static Predicting weights(String name, double offset, double great, double film) {
        return Predicting.logit(
                name, text -> offset + (text.contains("great") ? great : 0) + (text.contains("film") ? film : 0));
    }

    @Test
    void toleranceOptionsSayOfWhatTheyAreTaken() {
        // Range 0.5 at values up to 1000.
        assertThat(FunctionTolerance.absolute(0.01).at(0.5, 1000)).isEqualTo(0.01);
        assertThat(FunctionTolerance.relative(0.01).at(0.5, 1000)).isCloseTo(0.005 + 1000 / 1048576.0, within(1e-12));
        assertThat(new FunctionTolerance(0.01, 0.1).at(0.5, 1000)).isEqualTo(0.1);
        assertThat(FunctionTolerance.FLOAT32.at(0, 1)).isCloseTo(8 * Math.ulp(1f), within(1e-12));
    }

    @Test
    void aStatedToleranceAllowsAShift() {
        Changed shifted = new Changed(Functions.PRODUCT, "shifted", 1e-3, 1);
        ImplementationInvariance lenient = new ImplementationInvariance().within(FunctionTolerance.absolute(2e-3));

        InvarianceResult result = lenient.measure(Functions.PRODUCT, shifted, IG, Question.of("3 4"));

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        // Two points of the largest difference may be half of the way apart, so 4Δ for the whole.
        assertThat(result.scores().comparisons().get(0).slack()).isCloseTo(4e-3, within(1e-9));
    }

    @Test
    void aToleranceThatWouldLetAnythingPassProvesNothing() {
        Changed shifted = new Changed(Functions.PRODUCT, "shifted", 1, 1);
        ImplementationInvariance lax = new ImplementationInvariance().within(FunctionTolerance.relative(0.5));

        InvarianceResult result = lax.measure(Functions.PRODUCT, shifted, IG, Question.of("3 4"));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.scores().open())
                .startsWith("the score of token \"3\" is 6.00000, and the tolerance 4")
                .endsWith(" is more than three tenths of the numbers' size 6.00000");
    }

    @Test
    void equalValuesWithOtherGradientsFailByTheirScores() {
        Changed stopped = new Changed(Functions.SUM, "half of the gradient", 0, 0.5);

        InvarianceResult result = compare(Functions.SUM, stopped, IG, "3 4");

        assertThat(result.broken()).contains(SCORES);
        FunctionAgreement slopes = result.slopes().orElseThrow();
        assertThat(slopes.holds()).isFalse();
        assertThat(slopes.first()).isEqualTo(4);
        assertThat(slopes.second()).isEqualTo(2);
        assertThat(slopes.at().description()).endsWith(", token \"4\"");
    }

    @Test
    void modelsOfPredictionsAloneAreComparedWithoutWords() {
        Predicting length = Predicting.logit(
                "length", text -> (double) text.replace(" ", "").length());
        Predicting counted = Predicting.logit(
                "counted", text -> (double) text.chars().filter(c -> c != ' ').count());
        Predicting words = Predicting.logit("words", text -> 4.0 * text.split(" ").length);

        assertThat(compare(length, counted, new Occlusion(), "four long word here")
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(compare(length, words, new Occlusion(), "four long word here")
                        .verdict())
                .isEqualTo(Verdict.PASS);
        InvarianceResult result = compare(length, words, new Occlusion(), "four long words");

        assertThat(result.broken()).contains(FUNCTIONS);
        FunctionAgreement functions = result.functions().orElseThrow();
        assertThat(functions.at().description()).isEqualTo("the text");
        assertThat(functions.first()).isEqualTo(13);
        assertThat(functions.second()).isEqualTo(12);
        assertThat(result.slopes()).isEmpty();
    }

    @Test
    void aDifferenceWithoutAWordNamesTheWord() {
        Predicting one = Predicting.logit("one", text -> text.contains("good") ? 1.0 : 0);
        Predicting other = Predicting.logit("other", text -> text.contains("film") && text.contains("good") ? 1.0 : 0);

        InvarianceResult result = compare(one, other, new ShapleyValues(), "a good film");

        assertThat(result.broken()).contains(FUNCTIONS);
        FunctionAgreement functions = result.functions().orElseThrow();
        assertThat(functions.at().description()).isEqualTo("the text without \"film\"");
        assertThat(functions.at().places()).containsExactly(new Span(7, 11));
        assertThat(functions.onPath()).isZero();
    }

    @Test
    void wordsMayBeReplacedToCompareTexts() {
        Predicting one = Predicting.logit("one", text -> (double) text.split(" ").length);
        Predicting other = Predicting.logit("other", text -> text.contains("_") ? 0.0 : text.split(" ").length);
        Question question = Question.of("a b c");

        assertThat(new ImplementationInvariance()
                        .measure(one, other, new Occlusion(), question)
                        .broken())
                .isEmpty();
        assertThat(new ImplementationInvariance()
                        .with(Removal.replaceBy("_"))
                        .measure(one, other, new Occlusion(), question)
                        .broken())
                .contains(FUNCTIONS);
    }

    @Test
    void aWordAloneCannotBeCompared() {
        Predicting one = Predicting.logit("one", text -> 1.0);

        InvarianceResult result = compare(one, Predicting.logit("two", text -> 1.0), new Stated(0), "word");

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.functions()).isEmpty();
        assertThat(result.scores().open())
                .isEqualTo("the text \"word\" has one word alone, without which there is nothing to compare");
    }

    @Test
    void scoresThatAreOtherThingsCannotBeCompared() {
        Predicting logits = Predicting.logit("logits", text -> 1.0);
        Predicting probabilities = new Predicting(
                "probabilities",
                logits.labels(),
                text -> Prediction.ofProbabilities(
                        logits.labels(), new double[] {1 / (1 + Math.exp(-1)), 1 / (1 + Math.exp(1))}));

        assertThat(compare(logits, probabilities, new Stated(0), "two words")
                        .scores()
                        .open())
                .startsWith("the scores of the models are different things, [LOGITS, PROBABILITIES]: explain a");
        assertThat(new ImplementationInvariance()
                        .measure(
                                logits,
                                probabilities,
                                new Stated(0),
                                Question.of("two words").toward(Target.probability(Target.predicted())))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aClassThatTheOtherModelLacksIsNamed() {
        Predicting one = Predicting.logit("one", text -> 1.0);
        Predicting other = new Predicting(
                "other", List.of("yes", "no"), text -> Prediction.ofLogits(List.of("yes", "no"), new double[] {1, 0}));

        assertThatThrownBy(() -> compare(one, other, new Occlusion(), "two words"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("other has no class \"YES\"");
    }

    @Test
    void theClassThatTheFirstModelPredictsIsExplainedOfAll() {
        Predicting one = Predicting.logit("one", text -> 1.0);
        Predicting other = Predicting.logit("other", text -> -1.0);

        InvarianceResult result = compare(one, other, new Stated(0), "two words");

        assertThat(result.scores().attributions())
                .extracting(Attribution::label)
                .containsExactly("YES", "YES");
        assertThat(result.functions().orElseThrow().second()).isEqualTo(-1);
    }

    @Test
    void errorBarsThatAreTooWideProveNothing() {
        Predicting one = Predicting.logit("one", text -> 1.0);

        InvarianceResult result = compare(one, Predicting.logit("two", text -> 1.0), new Stated(0.06), "two words");

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.scores().open())
                .isEqualTo("the score of token \"two\" is 1.00000, and three of its error bars, 0.36, are more than"
                        + " three tenths of the numbers' size 1.00000");
    }

    @Test
    void everyVariantIsComparedWithTheFirst() {
        Variants variants = Variants.of(Functions.A, Functions.SUM, new Changed(Functions.A, "a again", 0, 1));

        List<InvarianceResult> results = new ImplementationInvariance().measure(variants, IG, Question.of("3 4"));

        assertThat(results).extracting(InvarianceResult::first).containsOnly("a");
        assertThat(results).extracting(InvarianceResult::second).containsExactly("a + b", "a again");
        assertThat(results).extracting(InvarianceResult::verdict).containsExactly(Verdict.FAIL, Verdict.PASS);
    }

    @Test
    @SuppressWarnings("NullAway") // misuse is the point
    void misuseIsRefused() {
        ImplementationInvariance invariance = new ImplementationInvariance();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> invariance.measure(Variants.of(Functions.A), IG, Question.of("3 4")))
                .withMessageContaining("has one alone. Name at least two models");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invariance.points(0))
                .withMessageContaining("needs at least one random point, but has 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunctionTolerance.relative(-1))
                .withMessageContaining("needs finite numbers from 0, but has -1.0 relative, 0.0 absolute and 9.5");
        assertThatIllegalArgumentException().isThrownBy(() -> FunctionTolerance.absolute(Double.NaN));
        assertThatNullPointerException().isThrownBy(() -> invariance.within(null));
        assertThatNullPointerException().isThrownBy(() -> invariance.with((Removal) null));
    }

    @Test
    void optionsAreListed() {
        assertThat(new ImplementationInvariance()
                        .within(new FunctionTolerance(1e-3, 0.5))
                        .points(8)
                        .seed(3)
                        .parameters())
                .hasToString(
                        "{tolerance=0.00100 of the range and 9.54e-07 of the largest value, or 0.500, random points=8, seed=3}");
    }
}
