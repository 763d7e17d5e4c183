package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldRankLast.shouldRankLast;
import static io.github.junitattrib.assertj.error.Words.margin;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import org.junit.jupiter.api.Test;

class ShouldRankLast_create_Test {

    @Test
    void should_say_both_ranks() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldRankLast(actual, margin(actual, "the", "great")).create();
        // THEN
        then(message).isEqualTo("""
                        Expected "great" to rank last toward POSITIVE, but it is 4th and "the" is 7th.

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          margin     the - great = -0.1684 - +0.1083 = -0.2767  (uncertainty 0.0010)

                          rank  token  attribution  uncertainty  opposes  <-       0      ->  supports
                             1  said       +0.4210       0.0006                    |██████████████████
                             2  film       +0.2105       0.0004                    |█████████
                             3  He         +0.1158       0.0002                    |█████
                             4  great      +0.1083       0.0007                    |█████               <- expected last
                             5  .          +0.0105       0.0001                    |
                             6  was        -0.1263       0.0003               ▒▒▒▒▒|
                             7  the        -0.1684       0.0003             ▒▒▒▒▒▒▒|                    <- rival of "great"
                        """);
    }
}
