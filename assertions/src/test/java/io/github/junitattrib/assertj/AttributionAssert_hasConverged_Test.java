package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldHaveConverged.shouldHaveConverged;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import org.junit.jupiter.api.Test;

class AttributionAssert_hasConverged_Test {

    @Test
    void should_pass_if_the_tolerance_was_met() {
        assertThat(review().build()).hasConverged();
    }

    @Test
    void should_be_inconclusive_if_it_was_not() {
        // GIVEN
        Attribution actual = review().notConverged("Raise maxEvaluations.").build();
        // WHEN
        InconclusiveException exception = inconclusive(() -> assertThat(actual).hasConverged());
        // THEN
        then(exception).hasMessage(shouldHaveConverged(actual).create());
        then(exception)
                .hasMessageStartingWith("Cannot judge the scores toward POSITIVE, because IntegratedGradients did"
                        + " not converge in 33 evaluations. Raise maxEvaluations.\n");
    }
}
