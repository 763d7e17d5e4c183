package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.matching;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.error.ShouldGiveWeight.shouldGivePositiveWeight;
import static io.github.junitattrib.assertj.error.ShouldGiveWeight.unclearWeight;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionAssert_givesPositiveWeightTo_Test implements WordAssertionContract {

    @Override
    public void judge(AttributionAssert actual, String word) {
        actual.givesPositiveWeightTo(word);
    }

    @Test
    void should_pass_if_the_score_has_that_sign() {
        assertThat(review().build()).givesPositiveWeightTo("great").givesPositiveWeightTo(matching("great"));
    }

    @Test
    void should_fail_if_the_score_has_the_other_sign() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).givesPositiveWeightTo("was"));
        // THEN
        then(error)
                .hasMessage(shouldGivePositiveWeight(actual, one(actual, "was")).create());
        then(error.marked()).containsExactly(one(actual, "was").span());
    }

    @Test
    void should_fail_if_the_score_is_certainly_zero() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("so great").scores(0.5, 0).build();
        // WHEN/THEN
        attributionError(() -> assertThat(actual).givesPositiveWeightTo("great"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, -0.2, 0.3, -0.3})
    void should_be_inconclusive_if_the_score_is_within_its_uncertainty(double score) {
        // GIVEN
        Attribution actual = AttributionBuilder.of("so great")
                .scores(0.5, score)
                .uncertainty(0.3)
                .build();
        // WHEN
        Throwable outcome = catchThrowable(() -> assertThat(actual).givesPositiveWeightTo("great"));
        // THEN at the very end of the bar, zero is not the expected sign, but not all of the bar is the other one
        boolean certain = score == -0.3;
        then(outcome).isInstanceOf(certain ? AttributionAssertionError.class : InconclusiveException.class);
        if (!certain) {
            then(outcome)
                    .hasMessage(unclearWeight(actual, one(actual, "great"), "positive")
                            .create());
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what happens without a word is the point
    void should_refuse_null() {
        // GIVEN
        Attribution actual = review().build();
        WordSelector word = null;
        // WHEN/THEN
        assertThatNullPointerException()
                .isThrownBy(() -> assertThat(actual).givesPositiveWeightTo(word))
                .withMessage("A word to look for must not be null. Name a word of the text.");
    }

    private static WordSelection one(Attribution attribution, String word) {
        return WordSelector.word(word).in(attribution).get(0);
    }
}
