package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.error.FunctionAgreements.APART;
import static io.github.junitattrib.assertj.error.FunctionAgreements.EQUAL;
import static io.github.junitattrib.assertj.error.ShouldBeLinear.shouldBeLinear;
import static io.github.junitattrib.assertj.error.ShouldBeLinear.unclearLinearity;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.axiom.AxiomResult;
import io.github.junitattrib.axiom.Comparison;
import io.github.junitattrib.axiom.FunctionAgreement;
import io.github.junitattrib.axiom.ScoreAgreement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShouldBeLinear_create_Test {

    private final Attribution actual = AttributionBuilder.of("so good")
            .scores(-0.25, 0.5)
            .uncertainty(0.001)
            .build();

    private AxiomResult result(FunctionAgreement functions, double bar) {
        Comparison comparison = Comparison.equal("the score of token \"good\"", 0.25, 0.5, bar, 0.5)
                .at(List.of(new Span(3, 7)));
        return new AxiomResult(
                "Linearity",
                "sum = 2 (f) - 3 (g)",
                Optional.of(functions),
                new ScoreAgreement(List.of(comparison), List.of(actual, actual, actual)));
    }

    @Test
    void should_name_property_score_and_what_it_should_be() {
        // GIVEN
        AxiomResult result = result(EQUAL, 0.001);
        // WHEN
        String message =
                shouldBeLinear(result, result.scores().worst().orElseThrow()).create();
        // THEN
        then(message).isEqualTo("""
                        Expected IntegratedGradients to be linear, as sum = 2 (f) - 3 (g), but the score of token "good" is +0.5000 in place of +0.2500 (tolerance 0.0030).

                          text       so good
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap 0.0000 (limit 0.0100)
                          functions  sum = 2 (f) - 3 (g)
                                     compared at 43 points: largest difference 1.000e-07, on the path 5.000e-08 (tolerance 2.000e-05)

                          rank  token  attribution  uncertainty  opposes  <-      0     ->  supports
                             1  good       +0.5000       0.0010                   |█████████████████  <- other than the sum
                             2  so         -0.2500       0.0010          ▒▒▒▒▒▒▒▒▒|
                        """);
    }

    @Test
    void should_say_where_the_functions_are_others() {
        // WHEN
        String message = unclearLinearity(result(APART, 0.001), actual).create();
        // THEN
        then(message).isEqualTo("""
                        Cannot tell whether IntegratedGradients is linear, because it is not so that sum = 2 (f) - 3 (g), at path point alpha=1 (the text): +1.2500 against +1.0000 (tolerance 2.000e-05). Declare functions of which that is true.

                          text       so good
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap 0.0000 (limit 0.0100)
                          functions  sum = 2 (f) - 3 (g)
                                     compared at 43 points: largest difference 0.2500, on the path 0.2500 (tolerance 2.000e-05)

                          rank  token  attribution  uncertainty  opposes  <-         0        ->  supports
                             1  good       +0.5000       0.0010                      |████████████████████
                             2  so         -0.2500       0.0010            ▒▒▒▒▒▒▒▒▒▒|
                        """);
    }

    @Test
    void should_say_that_the_scores_are_too_uncertain() {
        // WHEN
        String message = unclearLinearity(result(EQUAL, 0.3), actual).create();
        // THEN
        then(message).isEqualTo("""
                        Cannot tell whether IntegratedGradients is linear, because the score of token "good" is 0.500000, and three of its error bars, 0.90, are more than three tenths of the numbers' size 0.500000. Give the method more evaluations or a tighter tolerance.

                          text       so good
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap 0.0000 (limit 0.0100)
                          functions  sum = 2 (f) - 3 (g)
                                     compared at 43 points: largest difference 1.000e-07, on the path 5.000e-08 (tolerance 2.000e-05)

                          rank  token  attribution  uncertainty  opposes  <-         0        ->  supports
                             1  good       +0.5000       0.0010                      |████████████████████
                             2  so         -0.2500       0.0010            ▒▒▒▒▒▒▒▒▒▒|
                        """);
    }
}
