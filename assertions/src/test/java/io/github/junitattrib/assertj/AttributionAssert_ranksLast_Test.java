package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.span;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldRankLast.shouldRankLast;
import static io.github.junitattrib.assertj.error.ShouldRankLast.unclearLast;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelector;
import org.junit.jupiter.api.Test;

class AttributionAssert_ranksLast_Test implements WordAssertionContract {

    @Override
    public void judge(AttributionAssert actual, String word) {
        actual.ranks(word).last();
    }

    @Test
    void should_pass_if_the_word_has_the_lowest_score() {
        assertThat(review().build()).ranks("the").last().ranks(span(8, 11)).last();
    }

    @Test
    void should_fail_if_another_word_has_a_lower_score() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).ranks("great").last());
        // THEN
        then(error)
                .hasMessage(
                        shouldRankLast(actual, margin(actual, "the", "great")).create());
        then(error.marked()).containsExactly(new Span(21, 26), new Span(8, 11));
        then(error.getExpected().getStringRepresentation()).isEqualTo("said\nfilm\nHe\n.\nwas\nthe\ngreat");
    }

    @Test
    void should_be_inconclusive_on_a_tie_with_the_next_word() {
        // GIVEN
        Attribution actual = review().uncertainty(0.03).build();
        // WHEN
        InconclusiveException exception =
                inconclusive(() -> assertThat(actual).ranks("the").last());
        // THEN
        then(exception)
                .hasMessage(unclearLast(actual, margin(actual, "was", "the")).create());
        then(exception.marked()).containsExactly(new Span(8, 11), new Span(17, 20));
    }

    @Test
    void should_refuse_a_text_without_other_words() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(
                                AttributionBuilder.of("great").scores(1).build())
                        .ranks("great")
                        .last())
                .withMessageContaining("is the same for every model");
    }

    @Test
    @SuppressWarnings("NullAway") // what happens without a word is the point
    void should_refuse_null() {
        // GIVEN
        Attribution actual = review().build();
        WordSelector word = null;
        // WHEN/THEN
        assertThatNullPointerException()
                .isThrownBy(() -> assertThat(actual).ranks(word).last())
                .withMessage("A word to look for must not be null. Name a word of the text.");
    }

    private static Margin margin(Attribution attribution, String first, String second) {
        return new Margin(
                WordSelector.word(first).in(attribution).get(0),
                WordSelector.word(second).in(attribution).get(0));
    }
}
