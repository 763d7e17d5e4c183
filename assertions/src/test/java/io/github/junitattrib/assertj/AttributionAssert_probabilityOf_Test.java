package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldHaveOutput.shouldHaveProbability;
import static io.github.junitattrib.assertj.error.ShouldHaveOutput.unclearOutput;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.InvalidTargetException;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.UnknownLabelException;
import io.github.junitattrib.assertj.error.Bound;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionAssert_probabilityOf_Test {

    @Test
    void should_compare_the_probability_of_any_class() {
        // 1 / (1 + exp(-0.91)) = 0.71300
        assertThat(review().build())
                .probabilityOf("POSITIVE")
                .isBetween(0.7129, 0.7131)
                .probabilityOf("NEGATIVE")
                .isLessThan(0.2871)
                .prediction()
                .probabilityOf("POSITIVE")
                .isGreaterThan(0.7)
                .probabilityOf("NEGATIVE")
                .isLessThanOrEqualTo(0.3);
        assertThat(service(0.1, 0.9)).probabilityOf("POSITIVE").isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void should_fail_if_it_is_another_one() {
        // GIVEN
        Attribution actual = service(0.1, 0.9);
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(actual).probabilityOf("POSITIVE").isGreaterThan(0.9));
        // THEN
        then(error)
                .hasMessage(shouldHaveProbability(actual, "POSITIVE", Bound.greaterThan(0.9), 0.9)
                        .create());
        then(error)
                .hasMessageStartingWith(
                        "Expected the probability of POSITIVE to be greater than 0.9, but it is" + " 0.9000.\n");
    }

    @Test
    void should_be_inconclusive_at_the_bound() {
        // GIVEN the sigmoid of 0 is one half, as far as float32 can tell
        Attribution actual = toxicity(0, 1);
        // WHEN
        InconclusiveException exception =
                inconclusive(() -> assertThat(actual).probabilityOf("insult").isGreaterThan(0.5));
        // THEN
        then(exception)
                .hasMessage(unclearOutput(actual, "probability of insult", Bound.greaterThan(0.5))
                        .create());
    }

    @Test
    void should_refuse_what_is_no_probability() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        assertThat(review().build()).probabilityOf("POSITIVE").isLessThan(-0.1))
                .withMessageStartingWith("A probability lies between 0 and 1, so that one less than -0.1 is nothing");
    }

    @Test
    void should_list_the_classes_if_there_is_none_of_that_name() {
        assertThatExceptionOfType(UnknownLabelException.class)
                .isThrownBy(() ->
                        assertThat(review().build()).probabilityOf("positive").isGreaterThan(0.5))
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
                .isThrownBy(
                        () -> assertThat(review().build()).probabilityOf(label).isGreaterThan(0.5))
                .withMessage("A class must not be null. Name one of the model's labels.");
    }

    @Test
    void should_refuse_a_regression() {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> assertThat(stars()).probabilityOf("stars").isGreaterThan(0.5))
                .withMessageStartingWith("The model's scores are values of a regression, so that ")
                .withMessageEndingWith(" Assert on the value, as in scoreOf(\"stars\").isGreaterThan(..).");
    }

    private static Attribution service(double... probabilities) {
        return review().prediction(ScoreKind.PROBABILITIES, List.of("NEGATIVE", "POSITIVE"), probabilities)
                .build();
    }

    private static Attribution toxicity(double... logits) {
        return review().prediction(ScoreKind.MULTI_LABEL_LOGITS, List.of("insult", "threat"), logits)
                .build();
    }

    private static Attribution stars() {
        return review().prediction(ScoreKind.VALUES, List.of("stars", "price"), 3.5, 12)
                .build();
    }
}
