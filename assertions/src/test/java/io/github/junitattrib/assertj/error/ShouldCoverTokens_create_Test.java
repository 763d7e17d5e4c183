package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldCoverTokens.shouldCoverTokens;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import org.junit.jupiter.api.Test;

class ShouldCoverTokens_create_Test {

    @Test
    void should_name_the_token_that_is_cut() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldCoverTokens(actual, new Span(3, 5)).create();
        // THEN
        then(message).isEqualTo("""
                        Expected span [3, 5) to begin and end where tokens do, but it cuts token "said" [3, 7) in two.

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          words      "He" [0, 2), "said" [3, 7), "the" [8, 11), "film" [12, 16), "was" [17, 20), "great" [21, 26), "." [26, 27)
                        """);
    }

    @Test
    void should_say_that_there_is_no_token() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldCoverTokens(actual, new Span(2, 3)).create();
        // THEN
        then(message)
                .startsWith("Expected span [2, 3) to begin and end where tokens do, but there is no token in it.\n");
    }

    @Test
    void should_say_where_the_text_ends() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldCoverTokens(actual, new Span(0, 500)).create();
        // THEN
        then(message).startsWith("Expected span [0, 500) to begin and end where tokens do, but the text ends at 27.\n");
    }
}
