package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldPredict.shouldNotPredict;
import static io.github.junitattrib.assertj.error.ShouldPredict.shouldNotPredictLabel;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTargetException;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.UnknownLabelException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionAssert_doesNotPredict_Test {

    @Test
    void should_pass_if_another_class_has_the_highest_score() {
        assertThat(review().build()).doesNotPredict("NEGATIVE").prediction().doesNotHaveLabel("NEGATIVE");
    }

    @Test
    void should_fail_if_the_class_has_it() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).doesNotPredict("POSITIVE"));
        // THEN
        then(error).hasMessage(shouldNotPredict(actual, "POSITIVE").create());
        then(error)
                .hasMessageStartingWith("Expected POSITIVE not to be predicted, but it is, with probability 0.7130.\n");
    }

    @Test
    void should_fail_for_a_label_of_several_from_one_half_on() {
        // GIVEN
        Attribution actual = toxicity(0.2, -0.2);
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).doesNotPredict("insult"));
        // THEN
        then(error).hasMessage(shouldNotPredictLabel(actual, "insult").create());
        assertThat(actual).doesNotPredict("threat");
    }

    @Test
    void should_be_inconclusive_on_a_tie() {
        inconclusive(() -> assertThat(service(0.5, 0.5)).doesNotPredict("POSITIVE"));
    }

    @Test
    void should_list_the_classes_if_there_is_none_of_that_name() {
        assertThatExceptionOfType(UnknownLabelException.class)
                .isThrownBy(() -> assertThat(review().build()).doesNotPredict("positive"))
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
                .isThrownBy(() -> assertThat(review().build()).doesNotPredict(label))
                .withMessage("A class must not be null. Name one of the model's labels.");
    }

    @Test
    void should_refuse_a_regression() {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> assertThat(stars()).doesNotPredict("stars"))
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
