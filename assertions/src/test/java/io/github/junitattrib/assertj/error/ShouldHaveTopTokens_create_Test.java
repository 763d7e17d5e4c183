package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldHaveTopTokens.shouldHaveTopTokens;
import static io.github.junitattrib.assertj.error.ShouldHaveTopTokens.shouldHaveTopTokensInOrder;
import static io.github.junitattrib.assertj.error.ShouldHaveTopTokens.unclearTopTokens;
import static io.github.junitattrib.assertj.error.Words.margin;
import static io.github.junitattrib.assertj.error.Words.words;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import org.junit.jupiter.api.Test;

class ShouldHaveTopTokens_create_Test {

    @Test
    void should_name_the_words_that_come_first() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldHaveTopTokens(actual, words(actual, "said", "great"), margin(actual, "great", "film"))
                .create();
        // THEN
        then(message).isEqualTo("""
                        Expected the top 2 tokens toward POSITIVE to be "said" and "great" in any order, but they are "said" and "film".

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          margin     great - film = +0.1083 - +0.2105 = -0.1022  (uncertainty 0.0011)

                          rank  token  attribution  uncertainty  opposes  <-   0  ->  supports
                             1  said       +0.4210       0.0006                |██████████████  <- expected among the top 2
                             2  film       +0.2105       0.0004                |███████         <- rival of "great"
                             3  He         +0.1158       0.0002                |████
                             4  great      +0.1083       0.0007                |████            <- expected among the top 2
                             5  .          +0.0105       0.0001                |
                             6  was        -0.1263       0.0003            ▒▒▒▒|
                             7  the        -0.1684       0.0003          ▒▒▒▒▒▒|
                        """);
    }

    @Test
    void should_name_the_order() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldHaveTopTokensInOrder(
                        actual, words(actual, "film", "said"), margin(actual, "film", "said"))
                .create();
        // THEN
        then(message).isEqualTo("""
                        Expected the top 2 tokens toward POSITIVE to be "film", then "said", but they are "said", then "film".

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          margin     film - said = +0.2105 - +0.4210 = -0.2105  (uncertainty 0.0010)

                          rank  token  attribution  uncertainty  opposes  <-         0        ->  supports
                             1  said       +0.4210       0.0006                      |████████████████████  <- expected 2nd
                             2  film       +0.2105       0.0004                      |██████████            <- expected 1st
                             3  He         +0.1158       0.0002                      |██████
                             4  great      +0.1083       0.0007                      |█████
                             5  .          +0.0105       0.0001                      |
                             6  was        -0.1263       0.0003                ▒▒▒▒▒▒|
                             7  the        -0.1684       0.0003              ▒▒▒▒▒▒▒▒|
                        """);
    }

    @Test
    void should_say_which_two_words_tie() {
        // GIVEN
        Attribution actual = review().uncertainty(0.06).build();
        // WHEN
        String message = unclearTopTokens(actual, words(actual, "said", "film"), margin(actual, "film", "He"), false)
                .create();
        // THEN
        then(message).isEqualTo("""
                        Cannot tell whether the top 2 tokens toward POSITIVE are "said" and "film", with "film" above "He", because the margin +0.0947 is within the uncertainty 0.1200. Tighten the tolerance of the request: .with(new IntegratedGradients(IntegrationRule.adaptive().within(new Tolerance(1e-2, 1e-2, 1e-2))))

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          margin     film - He = +0.2105 - +0.1158 = +0.0947  (uncertainty 0.1200)

                          rank  token  attribution  uncertainty  opposes  <-   0  ->  supports
                             1  said       +0.4210       0.0600                |██████████████  <- expected among the top 2
                             2  film       +0.2105       0.0600                |███████         <- expected among the top 2
                             3  He         +0.1158       0.0600                |████            <- rival of "film"
                             4  great      +0.1083       0.0600                |████
                             5  .          +0.0105       0.0600                |
                             6  was        -0.1263       0.0600            ▒▒▒▒|
                             7  the        -0.1684       0.0600          ▒▒▒▒▒▒|
                        """);
    }
}
