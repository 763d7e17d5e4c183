package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.error.ShouldBeImplementationInvariant.shouldComputeTheSameFunction;
import static io.github.junitattrib.assertj.error.ShouldBeImplementationInvariant.shouldHaveTheSameScores;
import static io.github.junitattrib.assertj.error.ShouldBeImplementationInvariant.unclearInvariance;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.axiom.Comparison;
import io.github.junitattrib.axiom.FunctionAgreement;
import io.github.junitattrib.axiom.InvarianceResult;
import io.github.junitattrib.axiom.ProbePoint;
import io.github.junitattrib.axiom.ScoreAgreement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShouldBeImplementationInvariant_create_Test {

    private final Span good = new Span(3, 7);
    private final Attribution one =
            AttributionBuilder.of("so good").scores(0.1, 0.4).build();
    private final FunctionAgreement equal =
            new FunctionAgreement(43, 2e-5, 1e-7, 5e-8, new ProbePoint("the text", true, List.of()), 1, 1.0000001);
    private final FunctionAgreement apart = new FunctionAgreement(
            43,
            2e-5,
            0.25,
            0,
            new ProbePoint("path point alpha=0.5 with token \"good\" displaced to alpha=0", false, List.of(good)),
            1.23,
            0.98);

    private InvarianceResult result(Optional<FunctionAgreement> functions, ScoreAgreement scores) {
        return new InvarianceResult("eager", "traced", functions, Optional.of(apart), scores);
    }

    private ScoreAgreement scores(double seen, double bar) {
        Comparison ofGood = Comparison.equal("the score of token \"good\"", 0.4, seen, bar, 0.4)
                .at(List.of(good));
        return new ScoreAgreement(List.of(ofGood), List.of(one, one));
    }

    @Test
    void should_say_where_the_functions_differ() {
        // WHEN
        String message = shouldComputeTheSameFunction(result(Optional.of(apart), scores(0.4, 0)), apart)
                .create();
        // THEN
        then(message)
                .startsWith(
                        "Expected variants \"eager\" and \"traced\" to compute the same function toward POSITIVE, but"
                                + " the functions already differ at path point alpha=0.5 with token \"good\" displaced to alpha=0:"
                                + " +1.2300 against +0.9800 (tolerance 2.000e-05).\n\n  text       so good\n")
                .contains("  functions  compared at 43 points: largest difference 0.2500, on the path 0.0000 (tolerance"
                        + " 2.000e-05)\n")
                .doesNotContain("gradients");
    }

    @Test
    void should_say_which_score_differs_though_the_functions_agree() {
        // GIVEN
        InvarianceResult result = result(Optional.of(equal), scores(0.3, 0.001));
        // WHEN
        String message = shouldHaveTheSameScores(result, result.scores().worst().orElseThrow())
                .create();
        // THEN
        then(message)
                .startsWith(
                        "Expected IntegratedGradients to give variants \"eager\" and \"traced\" the same scores toward"
                                + " POSITIVE, as they compute the same function, but the score of token \"good\" is +0.4000 on"
                                + " \"eager\" and +0.3000 on \"traced\" (tolerance 0.0030).\n")
                .contains("  functions  compared at 43 points: largest difference 1.000e-07, on the path 5.000e-08"
                        + " (tolerance 2.000e-05)\n")
                .contains(
                        "  gradients  differ at path point alpha=0.5 with token \"good\" displaced to alpha=0: +1.2300"
                                + " against +0.9800 (tolerance 2.000e-05): one of the models stops some\n")
                .contains("<- other score");
    }

    @Test
    void should_say_why_scores_are_too_uncertain() {
        // WHEN
        String message =
                unclearInvariance(result(Optional.of(equal), scores(0.4, 0.1))).create();
        // THEN
        then(message)
                .startsWith(
                        "Cannot tell whether variants \"eager\" and \"traced\" are invariant under IntegratedGradients,"
                                + " because the score of token \"good\" is 0.400000, and three of its error bars, 0.30, are"
                                + " more than three tenths of the numbers' size 0.400000. Give the method more evaluations or samples, or the"
                                + " functions a smaller tolerance.\n");
    }

    @Test
    void should_say_why_models_cannot_be_compared() {
        // WHEN
        String message = unclearInvariance(result(
                        Optional.empty(),
                        new ScoreAgreement(
                                List.of(), List.of(one, one), "the models cut the text into different words")))
                .create();
        // THEN
        then(message)
                .startsWith(
                        "Cannot tell whether variants \"eager\" and \"traced\" are invariant under IntegratedGradients,"
                                + " because the models cut the text into different words. Give models and a text that can be"
                                + " compared.\n");
    }

    @Test
    void should_show_three_standard_errors_of_sampled_methods() {
        // GIVEN
        Attribution sampled = AttributionBuilder.of("so good")
                .method("ExpectedGradients", Map.of("samples", "100", "seed", "1"))
                .scores(0.1, 0.4)
                .uncertainty(0.001)
                .build();
        InvarianceResult result = result(
                Optional.of(equal), new ScoreAgreement(scores(0.3, 0.001).comparisons(), List.of(sampled, sampled)));
        // WHEN
        String message = shouldHaveTheSameScores(result, result.scores().worst().orElseThrow())
                .create();
        // THEN
        then(message)
                .contains("bars       uncertainties are three standard errors of the samples")
                .contains("1  good       +0.4000       0.0030");
    }
}
