package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssumptions.assumeThat;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.method.AttributionRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class AttributionAssumptions_assumeThat_Test {

    private final Attribution actual = review().build();

    private static TestAbortedException aborted(ThrowingCallable code) {
        TestAbortedException exception = catchThrowableOfType(TestAbortedException.class, code);
        then(exception).as("an assumption that is not met").isNotNull();
        return exception;
    }

    @Test
    void should_go_on_if_it_is_met() {
        // WHEN/THEN
        assumeThat(actual).ranks("said").above("great").hasTopToken("said").isComplete();
    }

    @Test
    void should_abort_with_the_first_line_of_the_failure() {
        // WHEN
        TestAbortedException exception =
                aborted(() -> assumeThat(actual).as("release 2.1").hasTopToken("great"));
        // THEN
        then(exception)
                .hasMessage("[release 2.1] Expected \"great\" to be the top token toward POSITIVE, but it is 4th and"
                        + " \"said\" is 1st.");
    }

    @Test
    void should_abort_where_a_step_is_finished() {
        // WHEN
        TestAbortedException exception = aborted(
                () -> assumeThat(actual).hasTopToken("said").ranks("great").above("said"));
        // THEN
        then(exception)
                .hasMessageStartingWith("Expected \"great\" to rank above \"said\"")
                .hasNoCause();
    }

    @Test
    void should_abort_with_the_evidence() {
        // WHEN
        TestAbortedException exception =
                aborted(() -> assumeThat(actual).ranks("great").above("said"));
        // THEN
        then(exception).isInstanceOfSatisfying(AttributionFailure.class, failure -> {
            then(failure.attribution()).isSameAs(actual);
            then(failure.verdict()).isEqualTo(Verdict.FAIL);
            then(failure.marked()).containsExactly(new Span(21, 26), new Span(3, 7));
        });
    }

    @Test
    void should_abort_with_the_message_of_the_user() {
        // WHEN
        TestAbortedException exception = aborted(() -> assumeThat(actual)
                .withFailMessage("keys on %s", "reporting")
                .ranks("great")
                .above("said"));
        // THEN
        then(exception).hasMessage("keys on reporting");
    }

    @Test
    void should_abort_if_an_assertion_of_assertj_fails() {
        // WHEN
        TestAbortedException exception =
                aborted(() -> assumeThat(actual).isNotSameAs(actual).isComplete());
        // THEN
        then(exception).hasMessageContaining("Expected not same").hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void should_stay_an_error_if_there_is_no_verdict() {
        // GIVEN
        Attribution uncertain = review().uncertainty(1).build();
        // WHEN
        Throwable exception =
                inconclusive(() -> assumeThat(uncertain).ranks("great").above("said"));
        // THEN
        then(exception).hasMessageStartingWith("Cannot tell whether \"great\" ranks above \"said\"");
    }

    @Test
    void should_stay_an_error_if_words_are_compared_with_themselves() {
        // WHEN
        Throwable error = catchThrowable(() -> assumeThat(actual).ranks("said").above("said"));
        // THEN
        then(error).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void should_compute_a_request_and_remember_it() {
        // GIVEN
        AttributionRequest request = AttributionRequest.of(asked -> actual, actual.text(), new FixedMethod(actual));
        // WHEN
        AttributionAssert assumptions = assumeThat(request).hasTopToken("said");
        // THEN
        then(assumptions.actual()).isSameAs(actual);
        then(assumptions.request()).containsSame(request);
    }
}
