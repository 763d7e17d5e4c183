package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldBeComplete.noCompletenessClaimed;
import static io.github.junitattrib.assertj.error.ShouldBeComplete.shouldBeComplete;
import static io.github.junitattrib.assertj.error.ShouldBeComplete.unclearCompleteness;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Question;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AxiomAssert_isComplete_Test {

    private final AttributionMethod ig = new IntegratedGradients();

    @Test
    void should_pass_if_the_scores_sum_to_the_difference() {
        assertThat(ig).on(ClosedFormula.PRODUCT).isComplete("3 4");
    }

    @Test
    void should_fail_if_they_do_not() {
        // GIVEN
        AttributionMethod more = SpoiledMethod.adding(ig, 1, 0);
        Attribution actual = more.attribute(ClosedFormula.PRODUCT, Question.of("3 4"));
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(more).on(ClosedFormula.PRODUCT).isComplete("3 4"));
        // THEN
        then(error).hasMessage(shouldBeComplete(actual).create());
        then(error.attribution()).isEqualTo(actual);
    }

    @Test
    void should_be_inconclusive_if_the_method_claims_no_sum() {
        // GIVEN
        AttributionMethod method = new InputTimesGradient();
        Attribution actual = method.attribute(ClosedFormula.PRODUCT, Question.of("3 4"));
        // WHEN
        InconclusiveException error =
                inconclusive(() -> assertThat(method).on(ClosedFormula.PRODUCT).isComplete("3 4"));
        // THEN
        then(error).hasMessage(noCompletenessClaimed(actual).create());
    }

    @Test
    void should_judge_sampled_methods_by_three_standard_errors_as_on_an_attribution() {
        // GIVEN a gap of two standard errors
        Attribution sampled = AttributionBuilder.of("3 4")
                .method("ExpectedGradients", Map.of("samples", "100", "seed", "1"))
                .scores(0.5, 0.5)
                .uncertainty(0.05)
                .delta(0.2, 0.01)
                .build();
        // WHEN
        InconclusiveException error = inconclusive(() -> assertThat((AttributionMethod) new FixedMethod(sampled))
                .on(ClosedFormula.PRODUCT)
                .isComplete("3 4"));
        // THEN
        then(error)
                .hasMessage(unclearCompleteness(sampled.withVerdictBars(), 0.3).create())
                .hasMessageContaining("(uncertainty 0.3000 in total)")
                .hasMessage(inconclusive(() -> assertThat(sampled).isComplete()).getMessage());
        then(error.attribution()).isEqualTo(sampled);
    }
}
