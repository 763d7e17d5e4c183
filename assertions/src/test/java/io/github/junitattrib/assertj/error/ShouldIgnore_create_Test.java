package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldIgnore.shouldIgnore;
import static io.github.junitattrib.assertj.error.Words.word;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import org.junit.jupiter.api.Test;

class ShouldIgnore_create_Test {

    @Test
    void should_say_the_score_and_its_part_of_the_largest() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldIgnore(actual, word(actual, "was"), "5% of the largest score", 0.3)
                .create();
        // THEN
        then(message).isEqualTo("""
                        Expected "was" to be ignored toward POSITIVE, within 5% of the largest score, but its score is -0.1263 (30.0 % of the largest).

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          score      was = -0.1263  (uncertainty 0.0003)

                          rank  token  attribution  uncertainty  opposes  <-    0   ->  supports
                             1  said       +0.4210       0.0006                 |███████████████
                             2  film       +0.2105       0.0004                 |████████
                             3  He         +0.1158       0.0002                 |████
                             4  great      +0.1083       0.0007                 |████
                             5  .          +0.0105       0.0001                 |
                             6  was        -0.1263       0.0003            ▒▒▒▒▒|                 <- expected to be ignored
                             7  the        -0.1684       0.0003           ▒▒▒▒▒▒|
                        """);
    }
}
