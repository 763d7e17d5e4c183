package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldHaveOutput.shouldHaveScore;
import static io.github.junitattrib.assertj.error.ShouldHaveOutput.unclearOutput;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.UnknownLabelException;
import io.github.junitattrib.assertj.error.Bound;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionAssert_scoreOf_Test {

    @Test
    void should_compare_logits_probabilities_and_values() {
        assertThat(review().build())
                .scoreOf("POSITIVE")
                .isGreaterThan(0.9)
                .prediction()
                .scoreOf("NEGATIVE")
                .isLessThan(0.1);
        assertThat(service(0.1, 0.9)).scoreOf("POSITIVE").isBetween(0.9, 0.9);
        assertThat(stars()).scoreOf("stars").isGreaterThan(3).scoreOf("price").isLessThanOrEqualTo(12.1);
    }

    @Test
    void should_fail_if_it_is_another_one() {
        // GIVEN
        Attribution actual = stars();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).scoreOf("stars").isGreaterThanOrEqualTo(4));
        // THEN
        then(error)
                .hasMessage(
                        shouldHaveScore(actual, "stars", Bound.atLeast(4), 3.5).create());
        then(error).hasMessageStartingWith("Expected the score of stars to be at least 4, but it is +3.5000.\n");
    }

    @Test
    void should_be_inconclusive_at_the_bound() {
        // GIVEN
        Attribution actual = stars();
        // WHEN
        InconclusiveException exception =
                inconclusive(() -> assertThat(actual).scoreOf("stars").isGreaterThan(3.5));
        // THEN
        then(exception)
                .hasMessage(unclearOutput(actual, "score of stars", Bound.greaterThan(3.5))
                        .create());
    }

    @Test
    void should_list_the_classes_if_there_is_none_of_that_name() {
        assertThatExceptionOfType(UnknownLabelException.class)
                .isThrownBy(
                        () -> assertThat(review().build()).scoreOf("positive").isGreaterThan(0.5))
                .withMessage("Model reviews has no class \"positive\". Its classes are [NEGATIVE, POSITIVE], spelled"
                        + " exactly so: name one of them.");
    }

    @Test
    @SuppressWarnings("NullAway") // what happens without a class is the point
    void should_refuse_null() {
        // GIVEN
        String label = null;
        // WHEN/THEN
        assertThatNullPointerException()
                .isThrownBy(() -> assertThat(review().build()).scoreOf(label).isGreaterThan(0.5))
                .withMessage("A class must not be null. Name one of the model's labels.");
    }

    private static Attribution service(double... probabilities) {
        return review().prediction(ScoreKind.PROBABILITIES, List.of("NEGATIVE", "POSITIVE"), probabilities)
                .build();
    }

    private static Attribution stars() {
        return review().prediction(ScoreKind.VALUES, List.of("stars", "price"), 3.5, 12)
                .build();
    }
}
