package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldHaveOutput.shouldHaveProbability;
import static io.github.junitattrib.assertj.error.ShouldPredict.shouldPredict;
import static io.github.junitattrib.assertj.error.ShouldPredict.shouldPredictLabel;
import static io.github.junitattrib.assertj.error.ShouldPredict.unclearPrediction;
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

class AttributionAssert_predicts_Test {

    @Test
    void should_pass_if_the_class_has_the_highest_score() {
        assertThat(review().build())
                .predicts("POSITIVE")
                .predicts("POSITIVE", 0.71)
                .prediction()
                .hasLabel("POSITIVE");
        assertThat(service(0.4, 0.6)).predicts("POSITIVE").predicts("POSITIVE", 0.6);
    }

    @Test
    void should_fail_if_another_class_has_it() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).predicts("NEGATIVE"));
        // THEN
        then(error).hasMessage(shouldPredict(actual, "NEGATIVE").create());
        then(error)
                .hasMessageStartingWith(
                        "Expected NEGATIVE to be predicted, but POSITIVE is, with probability 0.7130.\n");
    }

    @Test
    void should_fail_if_the_probability_is_too_low() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError low =
                attributionError(() -> assertThat(actual).predicts("POSITIVE", 0.72));
        AttributionAssertionError other =
                attributionError(() -> assertThat(actual).predicts("NEGATIVE", 0.1));
        // THEN
        then(low)
                .hasMessage(shouldHaveProbability(actual, "POSITIVE", Bound.atLeast(0.72), 1 / (1 + Math.exp(-0.91)))
                        .create());
        then(other).hasMessage(shouldPredict(actual, "NEGATIVE").create());
    }

    @Test
    void should_be_inconclusive_on_a_tie() {
        // GIVEN
        Attribution actual = service(0.5, 0.5);
        // WHEN
        InconclusiveException exception = inconclusive(() -> assertThat(actual).predicts("POSITIVE"));
        // THEN
        then(exception).hasMessage(unclearPrediction(actual, "POSITIVE").create());
        inconclusive(() -> assertThat(
                        review().prediction(ScoreKind.LOGITS, List.of("NEGATIVE", "POSITIVE"), 10, 10.000005)
                                .build())
                .predicts("POSITIVE"));
    }

    @Test
    void should_count_each_label_of_several_from_one_half_on() {
        // GIVEN
        Attribution actual = toxicity(0.2, -0.2);
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).predicts("threat"));
        // THEN
        then(error).hasMessage(shouldPredictLabel(actual, "threat").create());
        then(error)
                .hasMessageStartingWith("Expected threat to be predicted, but its probability is 0.4502, and each"
                        + " label of this model counts from 0.5 on.\n");
        assertThat(actual).predicts("insult");
        assertThat(toxicity(0.2, 0.1)).predicts("insult").predicts("threat");
        inconclusive(() -> assertThat(toxicity(0.2, 0)).predicts("threat"));
    }

    @Test
    void should_take_probabilities_that_do_not_sum_to_1_for_several_labels() {
        // The highest of two low probabilities is no prediction.
        attributionError(() -> assertThat(service(0.1, 0.2)).predicts("POSITIVE"));
        assertThat(service(0.8, 0.7)).predicts("POSITIVE").predicts("NEGATIVE");
        assertThat(service(0.2995, 0.7)).doesNotPredict("NEGATIVE");
    }

    @Test
    void should_refuse_what_is_no_probability() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(review().build()).predicts("POSITIVE", 1.5))
                .withMessageStartingWith("A probability lies between 0 and 1, so that one at least 1.5 is nothing");
    }

    @Test
    void should_list_the_classes_if_there_is_none_of_that_name() {
        assertThatExceptionOfType(UnknownLabelException.class)
                .isThrownBy(() -> assertThat(review().build()).predicts("positive"))
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
                .isThrownBy(() -> assertThat(review().build()).predicts(label))
                .withMessage("A class must not be null. Name one of the model's labels.");
    }

    @Test
    void should_refuse_a_regression() {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> assertThat(stars()).predicts("stars"))
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
