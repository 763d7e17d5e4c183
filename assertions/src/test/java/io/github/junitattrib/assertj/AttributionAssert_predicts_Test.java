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
    void should_count_the_only_label_of_a_service_from_one_half_on_up_to_certainty() {
        assertThat(spam(0.9)).predicts("spam");
        assertThat(spam(0.995)).predicts("spam");
        assertThat(spam(1)).predicts("spam");
        assertThat(spam(0.2)).doesNotPredict("spam");
        attributionError(() -> assertThat(spam(0.2)).predicts("spam"));
        inconclusive(() -> assertThat(spam(0.5)).predicts("spam"));
    }

    @Test
    void should_take_the_highest_of_several_probabilities_even_below_one_half() {
        assertThat(topics(0.40, 0.35, 0.25)).predicts("a").doesNotPredict("b");
        // Rounded to two digits, three thirds sum to 0.99.
        assertThat(topics(0.34, 0.33, 0.32)).predicts("a");
        assertThat(service(0.2995, 0.7)).doesNotPredict("NEGATIVE");
    }

    @Test
    void should_refuse_several_probabilities_that_cannot_exclude_each_other() {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> assertThat(topics(0.40, 0.35, 0.10)).predicts("a"))
                .withMessage("Probabilities of 3 classes that exclude each other sum to 1, but those of [a, b, c] are"
                        + " [0.4, 0.35, 0.1], so that it is open whether a is predicted. If each label counts for"
                        + " itself, assert on its probability, as in probabilityOf(\"a\").isGreaterThan(0.5), or give"
                        + " logits as ScoreKind.MULTI_LABEL_LOGITS.");
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> assertThat(service(0.8, 0.7)).doesNotPredict("POSITIVE"));
        assertThat(service(0.8, 0.7)).probabilityOf("POSITIVE").isGreaterThan(0.5);
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

    private static Attribution topics(double... probabilities) {
        return review().prediction(ScoreKind.PROBABILITIES, List.of("a", "b", "c"), probabilities)
                .build();
    }

    private static Attribution spam(double probability) {
        return review().prediction(ScoreKind.PROBABILITIES, List.of("spam"), probability)
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
