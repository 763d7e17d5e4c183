package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.span;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldHaveShare.shouldHaveShare;
import static io.github.junitattrib.assertj.error.ShouldHaveShare.unclearShare;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Estimate;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import org.junit.jupiter.api.Test;

class AttributionAssert_shareOf_Test implements WordAssertionContract {

    @Override
    public void judge(AttributionAssert actual, String word) {
        actual.shareOf(word).isGreaterThan(0.2);
    }

    /** Of 8: shares 0.5, -0.25 and 0.25. */
    private static AttributionBuilder quarters() {
        return AttributionBuilder.of("good bad great").scores(4, -2, 2);
    }

    @Test
    void should_be_the_signed_part_of_the_sum_of_magnitudes() {
        assertThat(quarters().build())
                .shareOf("good")
                .isBetween(0.5, 0.5)
                .shareOf("bad")
                .isBetween(-0.25, -0.25)
                .shareOf("good")
                .isGreaterThan(0.49)
                .shareOf("good")
                .isGreaterThanOrEqualTo(0.5)
                .shareOf(span(5, 8))
                .isLessThan(-0.2)
                .shareOf("bad")
                .isLessThanOrEqualTo(-0.25);
    }

    @Test
    void should_take_a_phrase_for_one_word() {
        // "good bad" is 2 of 4, "bad great" is 0 of 4.
        assertThat(quarters().build())
                .shareOf("good bad")
                .isBetween(0.5, 0.5)
                .shareOf("bad great")
                .isBetween(0, 0);
    }

    @Test
    void should_lose_its_sign_by_magnitude() {
        assertThat(quarters().build()).byMagnitude().shareOf("bad").isBetween(0.25, 0.25);
    }

    @Test
    void should_fail_if_the_share_is_another_one() {
        // GIVEN
        Attribution actual = quarters().build();
        // WHEN
        AttributionAssertionError greater =
                attributionError(() -> assertThat(actual).shareOf("good").isGreaterThan(0.5));
        AttributionAssertionError less =
                attributionError(() -> assertThat(actual).shareOf("good").isLessThan(0.5));
        // THEN
        then(greater)
                .hasMessage(shouldHaveShare(
                                actual,
                                one(actual, "good"),
                                Bound.greaterThan(0.5),
                                Estimate.of(0.5, 0),
                                RankedBy.SIGNED_SCORE)
                        .create());
        then(greater.marked()).containsExactly(new Span(0, 4));
        then(less).hasMessageContaining("to be less than 0.5, but it is +0.5000.");
        attributionError(() -> assertThat(actual).shareOf("good").isBetween(0.1, 0.4));
        attributionError(() -> assertThat(actual).shareOf("good").isGreaterThanOrEqualTo(0.51));
        attributionError(() -> assertThat(actual).shareOf("good").isLessThanOrEqualTo(0.49));
    }

    @Test
    void should_be_inconclusive_if_the_error_bars_allow_both() {
        // GIVEN the ends are 3 / (3 + 6) and 5 / (5 + 2)
        Attribution actual = quarters().uncertainty(1).build();
        // WHEN
        InconclusiveException exception =
                inconclusive(() -> assertThat(actual).shareOf("good").isGreaterThan(0.4));
        // THEN
        then(exception)
                .hasMessage(unclearShare(
                                actual,
                                one(actual, "good"),
                                Bound.greaterThan(0.4),
                                new Estimate(0.5, 3.0 / 9, 5.0 / 7),
                                RankedBy.SIGNED_SCORE)
                        .create());
        assertThat(actual).shareOf("good").isGreaterThan(0.33).shareOf("good").isLessThan(0.72);
    }

    @Test
    void should_give_ends_of_both_signs_for_a_score_around_zero() {
        // GIVEN -1 / (1 + 4) and 3 / (3 + 4)
        Attribution actual = AttributionBuilder.of("good bad")
                .scores(1, 4)
                .uncertainties(2, 0)
                .build();
        // WHEN/THEN
        assertThat(actual).shareOf("good").isBetween(-0.2, 0.43);
        inconclusive(() -> assertThat(actual).shareOf("good").isGreaterThan(-0.19));
        inconclusive(() -> assertThat(actual).shareOf("good").isLessThan(0.42));
    }

    @Test
    void should_be_inconclusive_as_a_share_of_nothing() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("so great").build();
        // WHEN
        InconclusiveException exception =
                inconclusive(() -> assertThat(actual).shareOf("great").isLessThan(0.5));
        // THEN
        then(exception).hasMessageContaining("because the scores of all words are 0. Explain another target");
    }

    @Test
    void should_refuse_what_is_no_share() {
        // GIVEN
        Attribution actual = quarters().build();
        // WHEN/THEN
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(actual).shareOf("good").isGreaterThan(1.5))
                .withMessage("A share lies between -1 and 1, so that one greater than 1.5 is nothing to check. Give a"
                        + " bound between these.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> assertThat(actual).byMagnitude().shareOf("good").isGreaterThan(-0.5))
                .withMessageStartingWith("A share lies between 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(actual).shareOf("good").isLessThan(Double.NaN))
                .withMessageStartingWith("A bound must be a finite number, but is NaN.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(actual).shareOf("good").isBetween(0.5, 0.1))
                .withMessageEndingWith("Give the lower bound before the upper one.");
    }

    @Test
    @SuppressWarnings("NullAway") // what happens without a word is the point
    void should_refuse_null() {
        // GIVEN
        Attribution actual = review().build();
        WordSelector word = null;
        // WHEN/THEN
        assertThatNullPointerException()
                .isThrownBy(() -> assertThat(actual).shareOf(word).isGreaterThan(0.2))
                .withMessage("A word to look for must not be null. Name a word of the text.");
    }

    @Test
    void should_refuse_what_is_the_whole_text() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        assertThat(quarters().build()).shareOf("good bad great").isGreaterThan(0.2))
                .withMessage("The text \"good bad great\" has no word beside \"good bad great\", so its share is the"
                        + " same for every model. Check a longer text, or the sign or the score of the word.");
    }

    @Test
    void should_be_zero_for_a_score_of_exactly_zero() {
        // GIVEN all others may be zero too
        Attribution actual = AttributionBuilder.of("so great")
                .scores(0, 0.5)
                .uncertainties(0, 0.6)
                .build();
        // WHEN/THEN
        assertThat(actual).shareOf("so").isLessThan(0.5).shareOf("so").isBetween(0, 0);
    }

    private static WordSelection one(Attribution attribution, String word) {
        return WordSelector.word(word).in(attribution).get(0);
    }
}
