package io.github.junitattrib.usage;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.assertj.AttributionAssert;
import io.github.junitattrib.assertj.AttributionBuilder;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.opentest4j.MultipleFailuresError;

class SoftAssertionsTest {

    private final Attribution actual = AttributionBuilder.review().build();

    @Test
    void should_collect_each_failure_of_a_chain() {
        // GIVEN
        SoftAssertions softly = new SoftAssertions();
        AttributionAssert proxied = softly.proxy(AttributionAssert.class, Attribution.class, actual);
        // WHEN
        proxied.ranks("great")
                .above("said")
                .ranks("said")
                .below("film")
                .hasTopToken("film")
                .hasTopToken("said");
        // THEN
        then(softly.assertionErrorsCollected())
                .hasSize(3)
                .allSatisfy(error -> then(error).isInstanceOf(AttributionFailure.class));
    }

    @Test
    void should_collect_what_steps_and_navigation_find() {
        // GIVEN
        SoftAssertions softly = new SoftAssertions();
        AttributionAssert proxied = softly.proxy(AttributionAssert.class, Attribution.class, actual);
        // WHEN every second one fails
        proxied.shareOf("said")
                .isGreaterThan(0.3)
                .shareOf("the")
                .isGreaterThan(0.3)
                .word("said")
                .isPositive()
                .isNegative()
                .share()
                .isLessThan(0)
                .and()
                .prediction()
                .hasLabel("POSITIVE")
                .hasLabel("NEGATIVE")
                .probabilityOf("POSITIVE")
                .isLessThan(0.1)
                .and()
                .byMagnitude()
                .ranks("the")
                .last();
        // THEN
        then(softly.assertionErrorsCollected())
                .hasSize(6)
                .allSatisfy(error -> then(error).isInstanceOf(AttributionFailure.class))
                .last()
                .satisfies(error -> then(error).hasMessageContaining("to rank last by magnitude toward POSITIVE"));
    }

    @Test
    void should_report_collected_failures_with_their_evidence() {
        // GIVEN
        SoftAssertions softly = new SoftAssertions();
        AttributionAssert proxied = softly.proxy(AttributionAssert.class, Attribution.class, actual);
        proxied.ranks("great").above("said");
        // WHEN
        Throwable error = catchThrowable(softly::assertAll);
        // THEN
        then(error).isInstanceOf(MultipleFailuresError.class);
        then(((MultipleFailuresError) error).getFailures()).singleElement().isInstanceOf(AttributionFailure.class);
    }

    @Test
    void should_throw_at_once_if_there_is_no_verdict() {
        // GIVEN
        SoftAssertions softly = new SoftAssertions();
        AttributionAssert proxied = softly.proxy(
                AttributionAssert.class,
                Attribution.class,
                AttributionBuilder.review().uncertainty(1).build());
        // WHEN
        Throwable error = catchThrowable(() -> proxied.ranks("great").above("said"));
        // THEN
        then(error).isInstanceOf(InconclusiveException.class);
    }
}
