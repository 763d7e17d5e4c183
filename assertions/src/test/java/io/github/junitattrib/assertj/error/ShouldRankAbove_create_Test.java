package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldRankAbove.shouldRankAbove;
import static io.github.junitattrib.assertj.error.ShouldRankAbove.unclearRanking;
import static io.github.junitattrib.assertj.error.Words.margin;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.text.WordSelector;
import org.junit.jupiter.api.Test;

class ShouldRankAbove_create_Test {

    @Test
    void should_say_the_ranks_and_show_the_evidence() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message =
                shouldRankAbove(actual, margin(actual, "great", "said")).create();
        // THEN
        then(message).isEqualTo("""
                        Expected "great" to rank above "said" toward POSITIVE, but it is 4th and "said" is 1st.

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          margin     great - said = +0.1083 - +0.4210 = -0.3127  (uncertainty 0.0013)

                          rank  token  attribution  uncertainty  opposes  <-    0   ->  supports
                             1  said       +0.4210       0.0006                 |███████████████  <- expected below "great"
                             2  film       +0.2105       0.0004                 |████████
                             3  He         +0.1158       0.0002                 |████
                             4  great      +0.1083       0.0007                 |████             <- expected above "said"
                             5  .          +0.0105       0.0001                 |
                             6  was        -0.1263       0.0003            ▒▒▒▒▒|
                             7  the        -0.1684       0.0003           ▒▒▒▒▒▒|
                        """);
    }

    @Test
    void should_say_that_the_margin_is_within_the_uncertainty() {
        // GIVEN
        Attribution actual = review().uncertainty(0.2).build();
        // WHEN
        String message = unclearRanking(actual, margin(actual, "said", "great")).create();
        // THEN
        then(message).isEqualTo("""
                        Cannot tell whether "said" ranks above "great" toward POSITIVE, because the margin +0.3127 is within the uncertainty 0.4000. Tighten the tolerance of the request: .with(new IntegratedGradients(IntegrationRule.adaptive().within(new Tolerance(1e-2, 1e-2, 1e-2))))

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          margin     said - great = +0.4210 - +0.1083 = +0.3127  (uncertainty 0.4000)

                          rank  token  attribution  uncertainty  opposes  <-    0   ->  supports
                             1  said       +0.4210       0.2000                 |███████████████  <- expected above "great"
                             2  film       +0.2105       0.2000                 |████████
                             3  He         +0.1158       0.2000                 |████
                             4  great      +0.1083       0.2000                 |████             <- expected below "said"
                             5  .          +0.0105       0.2000                 |
                             6  was        -0.1263       0.2000            ▒▒▒▒▒|
                             7  the        -0.1684       0.2000           ▒▒▒▒▒▒|
                        """);
    }

    @Test
    void should_give_scores_of_phrases_for_they_have_no_rank() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message =
                shouldRankAbove(actual, margin(actual, "film was", "said")).create();
        // THEN
        then(message)
                .startsWith("Expected \"film was\" to rank above \"said\" toward POSITIVE, "
                        + "but it scores +0.0842 and \"said\" scores +0.4210.\n");
    }

    @Test
    void should_number_the_occurrences_of_a_repeated_word() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("great, really great")
                .scores(0.1, 0, 0.1, 0.3)
                .build();
        WordSelector.ByText great = WordSelector.word("great");
        // WHEN
        String message = shouldRankAbove(actual, margin(actual, great.occurrence(1), great.occurrence(2)))
                .create();
        // THEN
        then(message)
                .startsWith("Expected \"great\" (occurrence 1) to rank above \"great\" (occurrence 2) toward POSITIVE, "
                        + "but it is 2nd and \"great\" (occurrence 2) is 1st.\n");
    }

    @Test
    void should_show_marked_words_behind_the_first_ten() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("a b c d e f g h i j k l m")
                .scores(13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
                .build();
        // WHEN
        String message = shouldRankAbove(actual, margin(actual, "m", "a")).create();
        // THEN
        then(message).contains("\n    10  j ", "\n    13  m ").doesNotContain("\n    11  k ", "\n    12  l ");
    }

    @Test
    void should_make_line_ends_of_the_text_visible() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("so\ngood").scores(0.1, 0.2).build();
        // WHEN
        String message = shouldRankAbove(actual, margin(actual, "so", "good")).create();
        // THEN
        then(message).contains("  text       so\\ngood\n");
    }
}
