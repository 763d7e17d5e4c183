package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.error.ShouldHaveFiniteScores.shouldHaveFiniteScores;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.AttributionBuilder;
import org.junit.jupiter.api.Test;

class ShouldHaveFiniteScores_create_Test {

    @Test
    void should_name_the_first_token_and_count_the_others() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("so good now")
                .scores(0.1, Double.NaN, Double.POSITIVE_INFINITY)
                .build();
        // WHEN
        String message = shouldHaveFiniteScores(actual).create();
        // THEN
        then(message).isEqualTo("""
                        Expected finite scores toward POSITIVE, but model reviews gives non-finite numbers: the score of token "good" is NaN, and so on for 1 more.

                          text       so good now
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap NaN (limit 0.0100)

                          rank  token  attribution  uncertainty  opposes  <-         0        ->  supports
                             1  good           NaN       0.0000                      |
                             2  now      +Infinity       0.0000                      |████████████████████
                             3  so         +0.1000       0.0000                      |████████████████████
                        """);
    }

    @Test
    void should_blame_the_ends_of_the_path_if_the_scores_are_finite() {
        // GIVEN
        Attribution actual = AttributionBuilder.review().delta(Double.NaN, 0.01).build();
        // WHEN
        String message = shouldHaveFiniteScores(actual).create();
        // THEN
        then(message)
                .startsWith("Expected finite scores toward POSITIVE, but model reviews gives non-finite numbers: "
                        + "F(x) is NaN and F(x') is -0.25.\n");
    }
}
