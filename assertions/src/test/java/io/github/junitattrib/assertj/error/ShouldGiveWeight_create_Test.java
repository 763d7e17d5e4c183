package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldGiveWeight.shouldGivePositiveWeight;
import static io.github.junitattrib.assertj.error.ShouldGiveWeight.unclearWeight;
import static io.github.junitattrib.assertj.error.Words.word;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import org.junit.jupiter.api.Test;

class ShouldGiveWeight_create_Test {

    @Test
    void should_say_the_score() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldGivePositiveWeight(actual, word(actual, "was")).create();
        // THEN
        then(message).isEqualTo("""
                        Expected "was" to have a positive weight toward POSITIVE, but its score is -0.1263.

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          score      was = -0.1263  (uncertainty 0.0003)

                          rank  token  attribution  uncertainty  opposes  <-       0      ->  supports
                             1  said       +0.4210       0.0006                    |██████████████████
                             2  film       +0.2105       0.0004                    |█████████
                             3  He         +0.1158       0.0002                    |█████
                             4  great      +0.1083       0.0007                    |█████
                             5  .          +0.0105       0.0001                    |
                             6  was        -0.1263       0.0003               ▒▒▒▒▒|                    <- expected positive
                             7  the        -0.1684       0.0003             ▒▒▒▒▒▒▒|
                        """);
    }

    @Test
    void should_say_that_the_score_is_within_its_uncertainty() {
        // GIVEN
        Attribution actual = review().uncertainty(0.2).build();
        // WHEN
        String message = unclearWeight(actual, word(actual, "was"), "positive").create();
        // THEN
        then(message).isEqualTo("""
                        Cannot tell whether "was" has a positive weight toward POSITIVE, because its score -0.1263 is within its uncertainty 0.2000. Tighten the tolerance of the request: .with(new IntegratedGradients(IntegrationRule.adaptive().within(new Tolerance(1e-2, 1e-2, 1e-2))))

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          score      was = -0.1263  (uncertainty 0.2000)

                          rank  token  attribution  uncertainty  opposes  <-       0      ->  supports
                             1  said       +0.4210       0.2000                    |██████████████████
                             2  film       +0.2105       0.2000                    |█████████
                             3  He         +0.1158       0.2000                    |█████
                             4  great      +0.1083       0.2000                    |█████
                             5  .          +0.0105       0.2000                    |
                             6  was        -0.1263       0.2000               ▒▒▒▒▒|                    <- expected positive
                             7  the        -0.1684       0.2000             ▒▒▒▒▒▒▒|
                        """);
    }
}
