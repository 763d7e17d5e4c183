package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldAgreeWith.shouldAgreeWith;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.metric.RankAgreement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShouldAgreeWith_create_Test {

    private static final Attribution OTHER =
            review().scores(7, 6, 5, 4, 3, 2, 1).method("Occlusion", Map.of()).build();

    @Test
    void should_show_the_words_that_moved_most() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldAgreeWith(
                        actual,
                        OTHER,
                        new Measured(
                                "Spearman correlation",
                                Bound.atLeast(0.9),
                                RankAgreement.between(actual, OTHER).spearman()),
                        RankedBy.SIGNED_SCORE)
                .create();
        // THEN
        then(message).isEqualTo("""
                        Expected IntegratedGradients and Occlusion to agree toward POSITIVE with a Spearman correlation of at least 0.9, but it is 0.3929.

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          agreement  Spearman correlation 0.3929  (uncertainty 0.0000)
                          other      Occlusion on model reviews toward POSITIVE

                          rank  token  attribution  uncertainty  opposes  <-   0  ->  supports
                             1  said       +0.4210       0.0006                |██████████████
                             2  film       +0.2105       0.0004                |███████         <- 4th by the other, +4.0000
                             3  He         +0.1158       0.0002                |████            <- 1st by the other, +7.0000
                             4  great      +0.1083       0.0007                |████
                             5  .          +0.0105       0.0001                |
                             6  was        -0.1263       0.0003            ▒▒▒▒|
                             7  the        -0.1684       0.0003          ▒▒▒▒▒▒|                <- 3rd by the other, +5.0000
                        """);
    }
}
