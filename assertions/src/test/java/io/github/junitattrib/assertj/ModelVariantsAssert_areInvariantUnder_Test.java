package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldBeImplementationInvariant.shouldComputeTheSameFunction;
import static io.github.junitattrib.assertj.error.ShouldBeImplementationInvariant.shouldHaveTheSameScores;
import static io.github.junitattrib.assertj.error.ShouldBeImplementationInvariant.unclearInvariance;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Span;
import io.github.junitattrib.axiom.FunctionTolerance;
import io.github.junitattrib.axiom.ImplementationInvariance;
import io.github.junitattrib.axiom.InvarianceResult;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.conformance.ClosedNetwork;
import io.github.junitattrib.conformance.Stage;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.DeepLift;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.Variants;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;

class ModelVariantsAssert_areInvariantUnder_Test {

    /** relu(relu(a) − 1 − relu(b)) and relu(relu(a − 1) − relu(b)): one function of numbers from 0 on. */
    private final ClosedNetwork reluFirst = ClosedNetwork.of(
            "relu first",
            2,
            Stage.relu(),
            Stage.linear(new double[][] {{1, -1}}, -1),
            Stage.relu(),
            Stage.linear(new double[][] {{1}}, 0));

    private final ClosedNetwork reluLater = ClosedNetwork.of(
            "relu later",
            2,
            Stage.linear(new double[][] {{1, 0}, {0, 1}}, -1, 0),
            Stage.relu(),
            Stage.linear(new double[][] {{1, -1}}, 0),
            Stage.relu(),
            Stage.identity(1));

    private final AttributionMethod ig = new IntegratedGradients();

    private static InvarianceResult result(
            TextClassifier one, TextClassifier other, AttributionMethod method, String text) {
        return new ImplementationInvariance().measure(one, other, method, Question.of(text));
    }

    @Test
    void should_pass_if_functions_and_scores_agree() {
        assertThat(Variants.of(ClosedFormula.A, ClosedFormula.TWICE_HALF_A)).areInvariantUnder(ig, "2 2");
        assertThat(Variants.of(reluFirst, reluLater)).areInvariantUnder(ig, "3 1");
    }

    @Test
    void should_fail_if_functions_agree_on_the_path_alone() {
        // GIVEN
        InvarianceResult result = result(ClosedFormula.A, ClosedFormula.B, ig, "2 2");
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(Variants.of(ClosedFormula.A, ClosedFormula.B)).areInvariantUnder(ig, "2 2"));
        // THEN
        then(error)
                .hasMessage(
                        shouldComputeTheSameFunction(result, result.functions().orElseThrow())
                                .create())
                .hasMessageStartingWith(
                        "Expected variants \"a\" and \"b\" to compute the same function toward F, but the"
                                + " functions already differ at path point alpha=0 with token \"2\" displaced to alpha=0.5:"
                                + " +1.0000 against +0.0000 (tolerance 4.191e-05).")
                .hasMessageContaining("functions  compared at 43 points: largest difference 1.")
                .hasMessageContaining(", on the path 0.0000 (tolerance 4.191e-05)");
        then(error.marked()).containsExactly(new Span(0, 1));
    }

    @Test
    void should_fail_if_a_method_tells_equal_functions_apart() {
        // GIVEN
        InvarianceResult result = result(reluFirst, reluLater, new DeepLift(), "3 1");
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(Variants.of(reluFirst, reluLater)).areInvariantUnder(new DeepLift(), "3 1"));
        // THEN
        then(error)
                .hasMessage(
                        shouldHaveTheSameScores(result, result.scores().worst().orElseThrow())
                                .create())
                .hasMessageStartingWith("Expected DeepLIFT to give variants \"relu first\" and \"relu later\" the same"
                        + " scores toward F, as they compute the same function, but the score of token ");
    }

    @Test
    void should_be_inconclusive_if_scores_are_too_uncertain() {
        // GIVEN
        AttributionMethod vague = SpoiledMethod.adding(ig, 0, 1);
        InvarianceResult result = result(ClosedFormula.A, ClosedFormula.TWICE_HALF_A, vague, "2 2");
        // WHEN
        InconclusiveException error =
                inconclusive(() -> assertThat(Variants.of(ClosedFormula.A, ClosedFormula.TWICE_HALF_A))
                        .areInvariantUnder(vague, "2 2"));
        // THEN
        then(error)
                .hasMessage(unclearInvariance(result).create())
                .hasMessageContaining("are more than three tenths of the numbers' size");
    }

    @Test
    void should_report_the_first_variant_that_differs() {
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(Variants.of(ClosedFormula.A, ClosedFormula.TWICE_HALF_A, ClosedFormula.SUM))
                        .areInvariantUnder(ig, "2 3"));
        // THEN
        then(error).hasMessageStartingWith("Expected variants \"a\" and \"a + b\" to compute the same function");
    }

    @Test
    void should_allow_what_the_options_allow() {
        // GIVEN
        TextClassifier nearly = ClosedForm.of("1.001 a", 2, x -> new Gradient[] {x[0].multiply(1.001)});
        Variants variants = Variants.of(ClosedFormula.A, nearly);
        ImplementationInvariance lenient = new ImplementationInvariance().within(FunctionTolerance.relative(2e-3));
        // WHEN/THEN
        assertThat(variants).areInvariantUnder(ig, "2 3", lenient);
        assertThat(variants).areInvariantUnder(ig, Question.of("2 3").from(Baseline.ZERO), lenient);
        then(attributionError(() -> assertThat(variants).areInvariantUnder(ig, "2 3")))
                .hasMessageContaining(": +2.0000 against +2.0020 (tolerance 4.195e-05)");
    }

    @Test
    @SuppressWarnings("NullAway") // misuse is the point
    void should_refuse_what_cannot_be_compared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(Variants.of(ClosedFormula.A)).areInvariantUnder(ig, "2 2"))
                .withMessageContaining("has one alone. Name at least two models");
        assertThatNullPointerException()
                .isThrownBy(() -> assertThat(Variants.of(ClosedFormula.A, ClosedFormula.B))
                        .areInvariantUnder(null, "2 2"))
                .withMessageStartingWith("The method must not be null.");
        then(catchThrowable(() -> assertThat((Variants) null).areInvariantUnder(ig, "2 2")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expecting actual not to be null");
    }
}
