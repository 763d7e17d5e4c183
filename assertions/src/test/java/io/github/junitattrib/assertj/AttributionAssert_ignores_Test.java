package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.span;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldIgnore.nothingToIgnore;
import static io.github.junitattrib.assertj.error.ShouldIgnore.shouldIgnore;
import static io.github.junitattrib.assertj.error.ShouldIgnore.unclearIgnorance;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.byLessThan;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Span;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import org.junit.jupiter.api.Test;

class AttributionAssert_ignores_Test implements WordAssertionContract {

    @Override
    public void judge(AttributionAssert actual, String word) {
        actual.ignores(word, within(0.01));
    }

    @Test
    void should_pass_if_score_and_uncertainty_are_within_the_offset() {
        assertThat(review().build())
                .ignores(".", within(0.02))
                .ignores(span(26, 27), within(0.0106))
                .ignores("was", within(0.2));
    }

    @Test
    void should_pass_if_the_score_is_a_small_part_of_the_largest() {
        // The largest is 0.4210 ± 0.0006, "." is 0.0105 ± 0.0001: at most 2.52 %.
        assertThat(review().build()).ignores(".", withinPercentage(2.53)).ignores(span(26, 27), withinPercentage(3));
    }

    @Test
    void should_fail_if_the_score_is_larger() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError offset =
                attributionError(() -> assertThat(actual).ignores("was", within(0.12)));
        AttributionAssertionError part =
                attributionError(() -> assertThat(actual).ignores("was", withinPercentage(29)));
        // THEN
        then(offset)
                .hasMessage(shouldIgnore(actual, one(actual, "was"), "0.12 of 0", 0.1263 / 0.4210)
                        .create());
        then(part)
                .hasMessage(shouldIgnore(actual, one(actual, "was"), "29% of the largest score", 0.1263 / 0.4210)
                        .create());
        then(offset.marked()).containsExactly(new Span(17, 20));
    }

    @Test
    void should_be_inconclusive_if_the_uncertainty_reaches_over_the_limit() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        InconclusiveException offset = inconclusive(() -> assertThat(actual).ignores("was", within(0.1262)));
        InconclusiveException part = inconclusive(() -> assertThat(actual).ignores("was", withinPercentage(30)));
        // THEN
        then(offset)
                .hasMessage(unclearIgnorance(actual, one(actual, "was"), "0.1262 of 0", 0.0001, 0.1263 / 0.4210)
                        .create());
        then(part)
                .hasMessageStartingWith("Cannot tell whether \"was\" is ignored toward POSITIVE, within 30% of the"
                        + " largest score, because its score -0.1263 (30.0 % of the largest) has uncertainty 0.0003. ");
    }

    @Test
    void should_tell_a_strict_offset() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("so great").scores(0.5, 0.25).build();
        // WHEN/THEN
        assertThat(actual).ignores("great", within(0.25));
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).ignores("great", byLessThan(0.25)));
        then(error)
                .hasMessageContaining(
                        ", within less than 0.25 of 0, but its score is +0.2500 (50.0 % of the largest).");
    }

    @Test
    void should_be_inconclusive_as_a_part_of_nothing() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("so great").build();
        // WHEN
        InconclusiveException exception = inconclusive(() -> assertThat(actual).ignores("great", withinPercentage(5)));
        // THEN
        then(exception).hasMessage(nothingToIgnore(actual, one(actual, "great")).create());
    }

    @Test
    void should_refuse_a_percentage_that_allows_every_score() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(review().build()).ignores("was", withinPercentage(100)))
                .withMessage("No score is more than 100 % of the largest, so that every word is ignored within 100%."
                        + " Give a smaller percentage.");
    }

    @Test
    @SuppressWarnings("NullAway") // what happens without a word is the point
    void should_refuse_null() {
        // GIVEN
        Attribution actual = review().build();
        WordSelector word = null;
        // WHEN/THEN
        assertThatNullPointerException()
                .isThrownBy(() -> assertThat(actual).ignores(word, within(0.01)))
                .withMessage("A word to look for must not be null. Name a word of the text.");
    }

    private static WordSelection one(Attribution attribution, String word) {
        return WordSelector.word(word).in(attribution).get(0);
    }
}
