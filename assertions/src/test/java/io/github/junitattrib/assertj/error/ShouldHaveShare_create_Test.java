package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldHaveShare.shouldHaveShare;
import static io.github.junitattrib.assertj.error.Words.word;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import org.junit.jupiter.api.Test;

class ShouldHaveShare_create_Test {

    @Test
    void should_say_the_share_and_its_ends() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldHaveShare(
                        actual,
                        word(actual, "great"),
                        Bound.greaterThan(0.3),
                        new Estimate(0.0933, 0.0926, 0.094),
                        RankedBy.SIGNED_SCORE)
                .create();
        // THEN
        then(message).isEqualTo("""
                        Expected the share of "great" in all scores toward POSITIVE to be greater than 0.3, but it is +0.0933.

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          score      great = +0.1083  (uncertainty 0.0007)
                          share      +0.0933  (from +0.0926 to +0.0940)

                          rank  token  attribution  uncertainty  opposes    0   supports
                             1  said       +0.4210       0.0006             |███████████
                             2  film       +0.2105       0.0004             |██████
                             3  He         +0.1158       0.0002             |███
                             4  great      +0.1083       0.0007             |███          <- expected share greater than 0.3
                             5  .          +0.0105       0.0001             |
                             6  was        -0.1263       0.0003          ▒▒▒|
                             7  the        -0.1684       0.0003         ▒▒▒▒|
                        """);
    }
}
