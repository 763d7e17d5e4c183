package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldBeComplete.noCompletenessClaimed;
import static io.github.junitattrib.assertj.error.ShouldBeComplete.shouldBeComplete;
import static io.github.junitattrib.assertj.error.ShouldBeComplete.unclearCompleteness;
import static io.github.junitattrib.assertj.error.ShouldHaveFiniteScores.shouldHaveFiniteScores;
import static org.assertj.core.api.Assertions.byLessThan;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionAssert_isComplete_Test {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.009, -0.009})
    void should_pass_if_the_gap_is_within_the_limit(double delta) {
        // GIVEN
        Attribution actual = review().delta(delta, 0.01).build();
        // WHEN/THEN
        assertThat(actual).isComplete();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, -0.02})
    void should_fail_if_the_gap_exceeds_limit_and_uncertainty(double delta) {
        // GIVEN
        Attribution actual = review().delta(delta, 0.01).build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).isComplete());
        // THEN
        then(error).hasMessage(shouldBeComplete(actual).create());
    }

    @Test
    void should_be_inconclusive_if_the_method_did_not_converge_though_the_gap_is_within_the_limit() {
        // GIVEN
        Attribution actual = review().delta(0.005, 0.01)
                .notConverged("Raise maxEvaluations.")
                .build();
        // WHEN
        InconclusiveException error = inconclusive(() -> assertThat(actual).isComplete());
        // THEN
        then(error).hasMessageContaining("because IntegratedGradients did not converge in 33 evaluations.");
    }

    @Test
    void should_be_inconclusive_if_the_scores_are_too_uncertain() {
        // GIVEN
        Attribution actual = review().uncertainty(0.1)
                .delta(0.02, 0.01)
                .notConverged("Raise maxEvaluations.")
                .build();
        // WHEN
        InconclusiveException exception = inconclusive(() -> assertThat(actual).isComplete());
        // THEN
        then(exception).hasMessage(unclearCompleteness(actual, 0.7).create());
    }

    @Test
    void should_say_what_the_gap_means_to_the_method() {
        // GIVEN
        String caveat = "Biases take relevance. Compare delta() with what you accept.";
        Attribution gap = review().delta(-0.1, 0.01).build();
        Attribution actual = gap.withConvergence(gap.convergence().withCaveat(caveat));
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).isComplete());
        // THEN
        then(error)
                .hasMessage(shouldBeComplete(actual).create())
                .hasMessageContaining(
                        "exceeds the limit 0.0100. Biases take relevance. Compare delta() with what you accept.\n");
    }

    @Test
    void should_be_inconclusive_if_the_method_claims_no_sum() {
        // GIVEN
        Attribution actual = review().withoutBaseline().build();
        // WHEN
        InconclusiveException exception = inconclusive(() -> assertThat(actual).isComplete());
        // THEN
        then(exception)
                .hasMessage(noCompletenessClaimed(actual).create())
                .hasMessageContaining("because IntegratedGradients claims no such sum. Leave the assertion out, or")
                .hasMessageContaining("no completeness claimed");
    }

    @Test
    void should_be_inconclusive_if_the_method_sets_no_limit() {
        // GIVEN
        Attribution actual = review().delta(0.02, Double.POSITIVE_INFINITY).build();
        // WHEN
        InconclusiveException exception = inconclusive(() -> assertThat(actual).isComplete());
        // THEN
        then(exception).hasMessageContaining("because IntegratedGradients has no finite limit for the gap");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void should_fail_if_a_score_is_not_finite(double score) {
        // GIVEN
        Attribution actual = AttributionBuilder.of("so good").scores(0.5, score).build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).isComplete());
        // THEN
        then(error).hasMessage(shouldHaveFiniteScores(actual).create());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void should_fail_if_the_score_of_the_input_is_not_finite(double gap) {
        // GIVEN
        Attribution actual = review().delta(gap, 0.01).build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).isComplete());
        // THEN
        then(error).hasMessageContaining("gives non-finite numbers: F(x) is ");
    }

    @Test
    void should_take_a_limit_of_the_test_in_place_of_the_method_s() {
        // GIVEN
        Attribution actual = review().delta(0.02, 0.01).build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).isComplete(within(0.015)));
        InconclusiveException exception = inconclusive(() -> assertThat(actual).isComplete(within(0.019)));
        // THEN
        assertThat(actual).isComplete(within(0.021));
        then(error).hasMessage(shouldBeComplete(actual, 0.015).create());
        then(error).hasMessageContaining("the gap +0.0200 exceeds the limit 0.0150.");
        then(exception).hasMessage(unclearCompleteness(actual, 0.0026, 0.019).create());
    }

    @Test
    void should_tell_a_strict_limit() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("so good")
                .scores(0.5, 0.25)
                .delta(0.25, 0.01)
                .build();
        // WHEN/THEN
        assertThat(actual).isComplete(within(0.25));
        attributionError(() -> assertThat(actual).isComplete(byLessThan(0.25)));
    }

    @Test
    void should_be_inconclusive_within_a_limit_of_the_test_if_the_method_did_not_converge() {
        inconclusive(() -> assertThat(
                        review().delta(0.02, 0.01).notConverged("Raise it.").build())
                .isComplete(within(0.5)));
    }
}
