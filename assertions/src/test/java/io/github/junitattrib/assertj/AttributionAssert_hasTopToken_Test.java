package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.span;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldHaveTopToken.shouldHaveTopToken;
import static io.github.junitattrib.assertj.error.ShouldHaveTopToken.unclearTopToken;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelector;
import org.junit.jupiter.api.Test;

class AttributionAssert_hasTopToken_Test {

    @Test
    void should_pass_if_the_word_has_the_highest_score() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN/THEN
        assertThat(actual).hasTopToken("said").hasTopToken(span(3, 7));
    }

    @Test
    void should_fail_if_another_word_has_a_higher_score() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).hasTopToken("great"));
        // THEN
        then(error)
                .hasMessage(shouldHaveTopToken(actual, margin(actual, "great", "said"))
                        .create());
        then(error.marked()).containsExactly(new Span(21, 26), new Span(3, 7));
        then(error.getExpected().getStringRepresentation()).startsWith("great\nsaid\n");
    }

    @Test
    void should_be_inconclusive_on_a_tie_with_the_runner_up() {
        // GIVEN
        Attribution actual = review().uncertainty(0.15).build();
        // WHEN
        InconclusiveException exception = inconclusive(() -> assertThat(actual).hasTopToken("said"));
        // THEN
        then(exception)
                .hasMessage(
                        unclearTopToken(actual, margin(actual, "said", "film")).create());
    }

    @Test
    void should_be_inconclusive_on_a_tie_with_an_uncertain_word_behind_the_runner_up() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("a b c")
                .scores(0.5, 0.4, 0.3)
                .uncertainties(0, 0, 0.3)
                .build();
        // WHEN
        InconclusiveException exception = inconclusive(() -> assertThat(actual).hasTopToken("a"));
        // THEN
        then(exception)
                .hasMessage(unclearTopToken(actual, margin(actual, "a", "c")).create());
    }

    @Test
    void should_be_inconclusive_if_the_method_did_not_converge() {
        // GIVEN
        Attribution actual = review().notConverged("Raise maxEvaluations.").build();
        // WHEN/THEN
        inconclusive(() -> assertThat(actual).hasTopToken("said"));
        inconclusive(() -> assertThat(actual).hasTopToken("great"));
    }

    @Test
    void should_refuse_a_text_without_other_words() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("great").scores(1).build();
        // WHEN
        IllegalArgumentException exception = catchThrowableOfType(
                IllegalArgumentException.class, () -> assertThat(actual).hasTopToken("great"));
        // THEN
        then(exception).hasMessageContaining("is the same for every model");
    }

    private static Margin margin(Attribution attribution, String first, String second) {
        return new Margin(
                WordSelector.word(first).in(attribution).get(0),
                WordSelector.word(second).in(attribution).get(0));
    }
}
