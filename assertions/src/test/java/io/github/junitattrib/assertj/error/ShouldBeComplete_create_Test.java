package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldBeComplete.shouldBeComplete;
import static io.github.junitattrib.assertj.error.ShouldBeComplete.unclearCompleteness;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import org.junit.jupiter.api.Test;

class ShouldBeComplete_create_Test {

    @Test
    void should_say_both_sums_and_the_gap() {
        // GIVEN
        Attribution actual = review().delta(-0.1, 0.01).build();
        // WHEN
        String message = shouldBeComplete(actual).create();
        // THEN
        then(message).isEqualTo("""
                        Expected the scores to sum to F(x) - F(x') = +0.6714 toward POSITIVE, but they sum to +0.5714: the gap -0.1000 exceeds the limit 0.0100.

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap 0.1000 (limit 0.0100)
                          share      F(x) - F(x') = +0.4214 - -0.2500 = +0.6714

                          rank  token  attribution  uncertainty  opposes  <-         0        ->  supports
                             1  said       +0.4210       0.0006                      |████████████████████
                             2  film       +0.2105       0.0004                      |██████████
                             3  He         +0.1158       0.0002                      |██████
                             4  great      +0.1083       0.0007                      |█████
                             5  .          +0.0105       0.0001                      |
                             6  was        -0.1263       0.0003                ▒▒▒▒▒▒|
                             7  the        -0.1684       0.0003              ▒▒▒▒▒▒▒▒|
                        """);
    }

    @Test
    void should_say_how_uncertain_the_sum_is() {
        // GIVEN
        Attribution actual = review().uncertainty(0.03).delta(-0.1, 0.01).build();
        // WHEN
        String message = unclearCompleteness(actual, 0.21).create();
        // THEN
        then(message).isEqualTo("""
                        Cannot tell whether the scores sum to F(x) - F(x') toward POSITIVE, because the gap -0.1000 exceeds the limit 0.0100 by no more than the scores are uncertain (uncertainty 0.2100 in total). Give the method more evaluations or a tighter tolerance.

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap 0.1000 (limit 0.0100)
                          share      F(x) - F(x') = +0.4214 - -0.2500 = +0.6714

                          rank  token  attribution  uncertainty  opposes  <-         0        ->  supports
                             1  said       +0.4210       0.0300                      |████████████████████
                             2  film       +0.2105       0.0300                      |██████████
                             3  He         +0.1158       0.0300                      |██████
                             4  great      +0.1083       0.0300                      |█████
                             5  .          +0.0105       0.0300                      |
                             6  was        -0.1263       0.0300                ▒▒▒▒▒▒|
                             7  the        -0.1684       0.0300              ▒▒▒▒▒▒▒▒|
                        """);
    }
}
