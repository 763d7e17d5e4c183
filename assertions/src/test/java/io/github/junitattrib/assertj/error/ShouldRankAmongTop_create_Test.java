package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldRankAmongTop.shouldRankAmongTop;
import static io.github.junitattrib.assertj.error.ShouldRankAmongTop.unclearTop;
import static io.github.junitattrib.assertj.error.Words.margin;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShouldRankAmongTop_create_Test {

    @Test
    void should_name_the_words_above() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldRankAmongTop(
                        actual,
                        2,
                        List.of(
                                margin(actual, "great", "said"),
                                margin(actual, "great", "film"),
                                margin(actual, "great", "He")))
                .create();
        // THEN
        then(message).isEqualTo("""
                        Expected "great" to be among the top 2 toward POSITIVE, but it is 4th of 7, behind "said", "film" and "He".

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          margin     great - film = +0.1083 - +0.2105 = -0.1022  (uncertainty 0.0011)

                          rank  token  attribution  uncertainty  opposes  <-   0  ->  supports
                             1  said       +0.4210       0.0006                |██████████████
                             2  film       +0.2105       0.0004                |███████         <- rival of "great"
                             3  He         +0.1158       0.0002                |████
                             4  great      +0.1083       0.0007                |████            <- expected among the top 2
                             5  .          +0.0105       0.0001                |
                             6  was        -0.1263       0.0003            ▒▒▒▒|
                             7  the        -0.1684       0.0003          ▒▒▒▒▒▒|
                        """);
    }

    @Test
    void should_say_between_which_ranks_it_may_be() {
        // GIVEN
        Attribution actual = review().uncertainty(0.06).build();
        // WHEN
        String message =
                unclearTop(actual, 3, 2, 5, margin(actual, "great", "film")).create();
        // THEN
        then(message).isEqualTo("""
                        Cannot tell whether "great" is among the top 3 toward POSITIVE, because within the error bars it may be anywhere from 2nd to 5th. Tighten the tolerance of the request: .with(new IntegratedGradients(IntegrationRule.adaptive().within(new Tolerance(1e-2, 1e-2, 1e-2))))

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          margin     great - film = +0.1083 - +0.2105 = -0.1022  (uncertainty 0.1200)

                          rank  token  attribution  uncertainty  opposes  <-   0  ->  supports
                             1  said       +0.4210       0.0600                |██████████████
                             2  film       +0.2105       0.0600                |███████         <- rival of "great"
                             3  He         +0.1158       0.0600                |████
                             4  great      +0.1083       0.0600                |████            <- expected among the top 3
                             5  .          +0.0105       0.0600                |
                             6  was        -0.1263       0.0600            ▒▒▒▒|
                             7  the        -0.1684       0.0600          ▒▒▒▒▒▒|
                        """);
    }
}
