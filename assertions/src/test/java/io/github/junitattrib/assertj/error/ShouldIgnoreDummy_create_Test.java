package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.error.FunctionAgreements.APART;
import static io.github.junitattrib.assertj.error.FunctionAgreements.EQUAL;
import static io.github.junitattrib.assertj.error.ShouldIgnoreDummy.shouldIgnoreDummy;
import static io.github.junitattrib.assertj.error.ShouldIgnoreDummy.unclearDummy;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.axiom.AxiomResult;
import io.github.junitattrib.axiom.Comparison;
import io.github.junitattrib.axiom.FunctionAgreement;
import io.github.junitattrib.axiom.ScoreAgreement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShouldIgnoreDummy_create_Test {

    private final Attribution actual = AttributionBuilder.of("so good")
            .scores(0.5, -0.25)
            .uncertainty(0.001)
            .build();

    private AxiomResult result(FunctionAgreement functions, double bar) {
        return result(functions, bar, actual);
    }

    private static AxiomResult result(FunctionAgreement functions, double bar, Attribution shown) {
        Comparison comparison =
                Comparison.equal("the score of \"so\"", 0, 0.5, bar, 0.5).at(List.of(new Span(0, 2)));
        return new AxiomResult(
                "Dummy",
                "F does not depend on \"so\"",
                Optional.of(functions),
                new ScoreAgreement(List.of(comparison), List.of(shown)));
    }

    @Test
    void should_name_property_score_and_what_it_should_be() {
        // GIVEN
        AxiomResult result = result(EQUAL, 0.001);
        // WHEN
        String message =
                shouldIgnoreDummy(result, result.scores().worst().orElseThrow()).create();
        // THEN
        then(message).isEqualTo("""
                        Expected IntegratedGradients to ignore the dummy, as F does not depend on "so", but the score of "so" is +0.5000 in place of +0.0000 (tolerance 0.0030).

                          text       so good
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap 0.0000 (limit 0.0100)
                          functions  F does not depend on "so"
                                     compared at 43 points: largest difference 1.000e-07, on the path 5.000e-08 (tolerance 2.000e-05)

                          rank  token  attribution  uncertainty  opposes  <-       0      ->  supports
                             1  so         +0.5000       0.0010                    |██████████████████  <- expected no score
                             2  good       -0.2500       0.0010           ▒▒▒▒▒▒▒▒▒|
                        """);
    }

    @Test
    void should_say_where_the_functions_are_others() {
        // WHEN
        String message = unclearDummy(result(APART, 0.001), actual).create();
        // THEN
        then(message).isEqualTo("""
                        Cannot tell whether IntegratedGradients ignores the dummy, because it is not so that F does not depend on "so", at path point alpha=1 (the text): +1.2500 against +1.0000 (tolerance 2.000e-05). Declare functions of which that is true.

                          text       so good
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap 0.0000 (limit 0.0100)
                          functions  F does not depend on "so"
                                     compared at 43 points: largest difference 0.2500, on the path 0.2500 (tolerance 2.000e-05)

                          rank  token  attribution  uncertainty  opposes  <-         0        ->  supports
                             1  so         +0.5000       0.0010                      |████████████████████
                             2  good       -0.2500       0.0010            ▒▒▒▒▒▒▒▒▒▒|
                        """);
    }

    @Test
    void should_say_that_the_scores_are_too_uncertain() {
        // WHEN
        String message = unclearDummy(result(EQUAL, 0.3), actual).create();
        // THEN
        then(message).isEqualTo("""
                        Cannot tell whether IntegratedGradients ignores the dummy, because the score of "so" is 0.500000, and three of its error bars, 0.90, are more than three tenths of the numbers' size 0.500000. Give the method more evaluations or a tighter tolerance.

                          text       so good
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap 0.0000 (limit 0.0100)
                          functions  F does not depend on "so"
                                     compared at 43 points: largest difference 1.000e-07, on the path 5.000e-08 (tolerance 2.000e-05)

                          rank  token  attribution  uncertainty  opposes  <-         0        ->  supports
                             1  so         +0.5000       0.0010                      |████████████████████
                             2  good       -0.2500       0.0010            ▒▒▒▒▒▒▒▒▒▒|
                        """);
    }

    @Test
    void should_show_three_standard_errors_of_sampled_methods() {
        // GIVEN
        Attribution sampled = AttributionBuilder.of("so good")
                .method("ExpectedGradients", Map.of("samples", "100", "seed", "1"))
                .scores(0.5, -0.25)
                .uncertainty(0.001)
                .build();
        AxiomResult result = result(EQUAL, 0.001, sampled);
        // WHEN
        String message =
                shouldIgnoreDummy(result, result.scores().worst().orElseThrow()).create();
        // THEN
        then(message)
                .contains("(tolerance 0.0030)")
                .contains("bars       uncertainties are three standard errors of the samples")
                .contains("1  so         +0.5000       0.0030");
        then(unclearDummy(result(EQUAL, 0.3, sampled), sampled).create())
                .contains("1  so         +0.5000       0.0030");
    }
}
