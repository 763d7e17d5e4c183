package io.github.junitattrib.usage;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.AbstractAttributionAssert;
import io.github.junitattrib.assertj.AttributionAssertionError;
import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.assertj.Outcome;
import java.util.List;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.junit.jupiter.api.Test;

/** Users add assertions of their own by a subclass over the same funnel. */
class OwnAssertionTest {

    @Test
    void should_go_on_with_the_type_of_the_subclass() {
        // GIVEN
        Attribution actual = AttributionBuilder.review().build();
        // WHEN/THEN
        new ReviewAssert(actual).hasTopToken("said").hasAtMostWords(7).isComplete();
    }

    @Test
    void should_throw_as_ours_do_with_a_trace_that_begins_in_the_test() {
        // GIVEN
        Attribution actual = AttributionBuilder.review().build();
        // WHEN
        Throwable error =
                catchThrowable(() -> new ReviewAssert(actual).as("short").hasAtMostWords(6));
        // THEN
        then(error)
                .isInstanceOf(AttributionAssertionError.class)
                .hasMessage("[short] Expected at most 6 words, but there are 7.");
        then(error.getStackTrace()[0].getClassName()).isEqualTo(OwnAssertionTest.class.getName());
    }

    static class ReviewAssert extends AbstractAttributionAssert<ReviewAssert> {

        ReviewAssert(Attribution actual) {
            super(actual, ReviewAssert.class);
        }

        ReviewAssert hasAtMostWords(int limit) {
            return verify("hasAtMostWords", List.of(limit), attribution -> {
                int words = attribution.words().size();
                return words <= limit
                        ? Outcome.pass(List.of())
                        : Outcome.fail(
                                new BasicErrorMessageFactory(
                                        "Expected at most %s words, but there are %s.", limit, words),
                                List.of());
            });
        }
    }
}
