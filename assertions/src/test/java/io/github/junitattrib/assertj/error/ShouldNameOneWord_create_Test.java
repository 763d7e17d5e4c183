package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.error.ShouldNameOneWord.shouldNameOneWord;
import static io.github.junitattrib.text.WordSelector.word;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.AttributionBuilder;
import org.junit.jupiter.api.Test;

class ShouldNameOneWord_create_Test {

    @Test
    void should_say_where_the_word_stands_and_how_to_choose() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("great, really great").build();
        // WHEN
        String message = shouldNameOneWord(actual, word("great")).create();
        // THEN
        then(message).isEqualTo("""
                        Expected "great" to name one word of the text, but it stands there 2 times: say which by word("great").occurrence(2) or span(14, 19).

                          text       great, really great
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap 0.0000 (limit 0.0100)
                          places     "great" (occurrence 1) [0, 5), "great" (occurrence 2) [14, 19)
                        """);
    }
}
