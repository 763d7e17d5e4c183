package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.span;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldHaveTopTokens.shouldHaveTopTokens;
import static io.github.junitattrib.assertj.error.ShouldHaveTopTokens.unclearTopTokens;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionAssert_hasTopTokens_Test implements WordAssertionContract {

    @Override
    public void judge(AttributionAssert actual, String word) {
        actual.hasTopTokens(word);
    }

    @Test
    void should_pass_if_the_words_rank_above_all_others() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN/THEN
        assertThat(actual)
                .hasTopTokens("said", "film")
                .hasTopTokens("said")
                .hasTopTokens(span(3, 7), word("film"), word("He"));
    }

    @Test
    void should_fail_if_another_word_ranks_above_one_of_them() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).hasTopTokens("said", "great"));
        // THEN
        then(error)
                .hasMessage(shouldHaveTopTokens(
                                actual,
                                List.of(one(actual, "said"), one(actual, "great")),
                                margin(actual, "great", "film"))
                        .create());
        then(error.marked()).containsExactly(new Span(3, 7), new Span(21, 26), new Span(12, 16));
        then(error.getExpected().getStringRepresentation()).isEqualTo("said\ngreat\nfilm\nHe\n.\nwas\nthe");
    }

    @Test
    void should_be_inconclusive_on_a_tie_between_one_of_them_and_another() {
        // GIVEN
        Attribution actual = review().uncertainty(0.05).build();
        // WHEN
        InconclusiveException exception = inconclusive(() -> assertThat(actual).hasTopTokens("said", "film"));
        // THEN
        then(exception)
                .hasMessage(unclearTopTokens(
                                actual,
                                List.of(one(actual, "said"), one(actual, "film")),
                                margin(actual, "film", "He"),
                                false)
                        .create());
    }

    @Test
    void should_pass_though_the_words_tie_with_each_other() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("a b c")
                .scores(0.5, 0.5, 0.1)
                .uncertainty(0.1)
                .build();
        // WHEN/THEN
        assertThat(actual).hasTopTokens("a", "b").hasTopTokens("b", "a");
        inconclusive(() -> assertThat(actual).hasTopTokensInOrder("a", "b"));
    }

    @Test
    void should_refuse_no_words_all_words_and_overlapping_ones() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN/THEN
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(actual).hasTopTokens(new String[0]))
                .withMessage("No words were named, so any words would be the top ones. Name at least one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(actual).hasTopTokens("He said the film was great."))
                .withMessageContaining("has no word beside");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(actual).hasTopTokens("film was", "was"))
                .withMessage("The words \"film was\" and \"was\" share a part of the text"
                        + " \"He said the film was great.\", so they cannot rank beside each other. Name different"
                        + " words.");
    }

    private static WordSelection one(Attribution attribution, String word) {
        return WordSelector.word(word).in(attribution).get(0);
    }

    private static Margin margin(Attribution attribution, String first, String second) {
        return new Margin(
                WordSelector.word(first).in(attribution).get(0),
                WordSelector.word(second).in(attribution).get(0));
    }
}
