package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldContainWord.shouldContainWord;
import static io.github.junitattrib.text.WordSelector.word;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.AttributionBuilder;
import org.junit.jupiter.api.Test;

class ShouldContainWord_create_Test {

    @Test
    void should_list_the_words_of_the_text() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldContainWord(actual, word("grate"), 1).create();
        // THEN
        then(message).isEqualTo("""
                        Expected the text to contain the word "grate", but it is none of its 7 words; the nearest is "great".

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          words      "He" [0, 2), "said" [3, 7), "the" [8, 11), "film" [12, 16), "was" [17, 20), "great" [21, 26), "." [26, 27)
                        """);
    }

    @Test
    void should_hint_at_a_word_that_differs_in_case() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldContainWord(actual, word("SAID"), 1).create();
        // THEN
        then(message)
                .startsWith(
                        "Expected the text to contain the word \"SAID\", but it has only \"said\", which differs only in case.\n");
    }

    @Test
    void should_hint_at_a_phrase_that_differs_in_case() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldContainWord(actual, word("The film"), 1).create();
        // THEN
        then(message)
                .startsWith(
                        "Expected the text to contain the word \"The film\", but it has only \"the film\", which differs only in case.\n");
    }

    @Test
    void should_hint_at_words_that_contain_it() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldContainWord(actual, word("eat"), 1).create();
        // THEN
        then(message)
                .startsWith(
                        "Expected the text to contain the word \"eat\", but it stands there only as a part of other words.\n");
    }

    @Test
    void should_count_the_occurrences() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message = shouldContainWord(actual, word("great"), 3).create();
        // THEN
        then(message)
                .startsWith("Expected the text to contain the word \"great\" 3 times, but it stands there once.\n");
    }

    @Test
    void should_cut_the_list_of_a_long_text() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("very ".repeat(120)).build();
        // WHEN
        String message = shouldContainWord(actual, word("good"), 1).create();
        // THEN
        then(message).contains("\"very\" (occurrence 100) [495, 499) and 20 more\n");
    }
}
