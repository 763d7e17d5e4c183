package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.span;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldRankAmongTop.shouldRankAmongTop;
import static io.github.junitattrib.assertj.error.ShouldRankAmongTop.unclearTop;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionAssert_ranksAmongTop_Test implements WordAssertionContract {

    @Override
    public void judge(AttributionAssert actual, String word) {
        actual.ranks(word).amongTop(2);
    }

    @Test
    void should_pass_if_fewer_than_k_words_rank_above() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN/THEN
        assertThat(actual)
                .ranks("great")
                .amongTop(4)
                .ranks("said")
                .amongTop(1)
                .ranks(span(12, 16))
                .amongTop(2);
    }

    @Test
    void should_pass_if_no_order_of_the_uncertain_words_pushes_it_out() {
        // GIVEN "b" and "c" tie with each other and with "a", so that "a" is 3rd at worst
        Attribution actual = AttributionBuilder.of("a b c d")
                .scores(0.5, 0.45, 0.48, 0.1)
                .uncertainty(0.1)
                .build();
        // WHEN/THEN
        assertThat(actual).ranks("b").amongTop(3);
    }

    @Test
    void should_fail_if_at_least_k_words_rank_above() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).ranks("great").amongTop(2));
        // THEN
        then(error)
                .hasMessage(shouldRankAmongTop(
                                actual,
                                2,
                                List.of(
                                        margin(actual, "great", "said"),
                                        margin(actual, "great", "film"),
                                        margin(actual, "great", "He")))
                        .create());
        then(error.marked()).containsExactly(new Span(21, 26), new Span(12, 16));
        then(error.getExpected().getStringRepresentation()).isEqualTo("said\ngreat\nfilm\nHe\n.\nwas\nthe");
    }

    @Test
    void should_fail_even_if_only_the_k_words_above_are_certain() {
        // GIVEN "a" ties with "b", but "c" is certainly above
        Attribution actual = AttributionBuilder.of("a b c d")
                .scores(0.5, 0.55, 0.9, 0.1)
                .uncertainty(0.1)
                .build();
        // WHEN/THEN
        attributionError(() -> assertThat(actual).ranks("a").amongTop(1));
        inconclusive(() -> assertThat(actual).ranks("a").amongTop(2));
        assertThat(actual).ranks("a").amongTop(3);
    }

    @Test
    void should_be_inconclusive_if_the_error_bars_allow_both() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("a b c d")
                .scores(0.5, 0.55, 0.9, 0.1)
                .uncertainty(0.1)
                .build();
        // WHEN
        InconclusiveException exception =
                inconclusive(() -> assertThat(actual).ranks("a").amongTop(2));
        // THEN
        then(exception)
                .hasMessage(
                        unclearTop(actual, 2, 2, 3, margin(actual, "a", "b")).create());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void should_refuse_no_words(int k) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(review().build()).ranks("great").amongTop(k))
                .withMessage("The number of top words must be 1 or more, but is " + k
                        + ". Give how many words count as top.");
    }

    @Test
    void should_refuse_all_words() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(review().build()).ranks("great").amongTop(7))
                .withMessage(
                        "The text \"He said the film was great.\" has 7 words to rank, so that each of them is among"
                                + " the top 7 for every model. Give a smaller number.");
        assertThat(review().build()).ranks("great").amongTop(6);
    }

    @Test
    @SuppressWarnings("NullAway") // what happens without a word is the point
    void should_refuse_null() {
        // GIVEN
        Attribution actual = review().build();
        WordSelector word = null;
        // WHEN/THEN
        assertThatNullPointerException()
                .isThrownBy(() -> assertThat(actual).ranks(word).amongTop(2))
                .withMessage("A word to look for must not be null. Name a word of the text.");
    }

    private static Margin margin(Attribution attribution, String first, String second) {
        return new Margin(
                WordSelector.word(first).in(attribution).get(0),
                WordSelector.word(second).in(attribution).get(0));
    }
}
