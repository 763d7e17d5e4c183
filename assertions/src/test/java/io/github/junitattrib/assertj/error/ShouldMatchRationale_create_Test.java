package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldMatchRationale.shouldMatchRationale;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.metric.RationaleAgreement;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShouldMatchRationale_create_Test {

    @Test
    void should_mark_the_words_of_the_rationale() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldMatchRationale(
                        actual,
                        List.of(new Span(12, 16), new Span(21, 26)),
                        new Measured(
                                "token F1",
                                Bound.atLeast(0.8),
                                RationaleAgreement.of(actual, List.of(new Span(12, 16), new Span(21, 26)))
                                        .tokenF1(2)),
                        RankedBy.SIGNED_SCORE)
                .create();
        // THEN
        then(message).isEqualTo("""
                        Expected the scores toward POSITIVE to single out "film" and "great" with a token F1 of at least 0.8, but it is 0.5000.

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          agreement  token F1 0.5000  (uncertainty 0.0000)

                          rank  token  attribution  uncertainty  opposes  <-       0      ->  supports
                             1  said       +0.4210       0.0006                    |██████████████████
                             2  film       +0.2105       0.0004                    |█████████           <- in the rationale
                             3  He         +0.1158       0.0002                    |█████
                             4  great      +0.1083       0.0007                    |█████               <- in the rationale
                             5  .          +0.0105       0.0001                    |
                             6  was        -0.1263       0.0003               ▒▒▒▒▒|
                             7  the        -0.1684       0.0003             ▒▒▒▒▒▒▒|
                        """);
    }
}
