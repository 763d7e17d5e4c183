package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import org.junit.jupiter.api.Test;

class AttributionAssert_byMagnitude_Test {

    /** By magnitude: bad 0.9, good 0.5, so 0.1. */
    private final Attribution actual =
            AttributionBuilder.of("bad so good").scores(-0.9, 0.1, 0.5).build();

    @Test
    void should_rank_by_magnitude_from_there_on() {
        assertThat(actual)
                .hasTopToken("good")
                .ranks("bad")
                .last()
                .byMagnitude()
                .hasTopToken("bad")
                .hasTopTokens("good", "bad")
                .hasTopTokensInOrder("bad", "good")
                .ranks("bad")
                .above("good")
                .ranks("so")
                .last()
                .ranks("good")
                .amongTop(2)
                .ranks("bad")
                .first();
        assertThat(actual).byMagnitude().ranking().containsExactly("bad", "good", "so");
    }

    @Test
    void should_leave_signs_as_they_are() {
        assertThat(actual).byMagnitude().givesNegativeWeightTo("bad").givesPositiveWeightTo("good");
    }

    @Test
    void should_say_so_in_the_first_line_and_draw_that_order() {
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(actual).byMagnitude().ranks("good").above("bad"));
        // THEN
        then(error).hasMessage("""
                        Expected "good" to rank above "bad" by magnitude toward POSITIVE, but it is 2nd and "bad" is 1st.

                          text       bad so good
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap 0.0000 (limit 0.0100)
                          margin     |good| - |bad| = 0.5000 - 0.9000 = -0.4000  (uncertainty 0.0000)

                          rank  token  attribution  uncertainty  opposes  <-     0    ->  supports
                             1  bad        -0.9000       0.0000  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒|                  <- expected below "good"
                             2  good       +0.5000       0.0000                  |█████████         <- expected above "bad"
                             3  so         +0.1000       0.0000                  |██
                        """);
        then(error.getActual().getStringRepresentation()).isEqualTo("bad\ngood\nso");
    }

    @Test
    void should_say_so_in_messages_of_every_ranking() {
        then(attributionError(() -> assertThat(actual).byMagnitude().hasTopToken("good")))
                .hasMessageStartingWith("Expected \"good\" to be the top token by magnitude toward POSITIVE, but");
        then(attributionError(() -> assertThat(actual).byMagnitude().hasTopTokens("so")))
                .hasMessageStartingWith(
                        "Expected the top token by magnitude toward POSITIVE to be \"so\", but it is \"bad\".");
        then(attributionError(
                        () -> assertThat(actual).byMagnitude().ranks("bad").last()))
                .hasMessageStartingWith("Expected \"bad\" to rank last by magnitude toward POSITIVE, but");
        then(attributionError(() -> assertThat(actual).byMagnitude().ranks("so").amongTop(1)))
                .hasMessageStartingWith("Expected \"so\" to be among the top 1 by magnitude toward POSITIVE, but it is"
                        + " 3rd of 3, behind \"bad\" and \"good\".");
        then(attributionError(
                        () -> assertThat(actual).byMagnitude().shareOf("so").isGreaterThan(0.5)))
                .hasMessageStartingWith(
                        "Expected the share of \"so\" in all scores by magnitude toward POSITIVE to be");
    }

    @Test
    void should_be_inconclusive_if_the_magnitudes_tie() {
        inconclusive(() -> assertThat(
                        AttributionBuilder.of("bad good").scores(-0.5, 0.5).build())
                .byMagnitude()
                .ranks("good")
                .above("bad"));
    }
}
