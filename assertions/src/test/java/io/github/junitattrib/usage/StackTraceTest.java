package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.assertj.AttributionAssertionError;
import io.github.junitattrib.assertj.AttributionBuilder;
import org.junit.jupiter.api.Test;

/** Lives outside of the assertions' package, as the tests of users do: frames of that package are dropped. */
class StackTraceTest {

    @Test
    void should_begin_in_the_line_of_the_test_if_the_model_is_wrong() {
        // GIVEN
        Attribution actual = AttributionBuilder.review().build();
        // WHEN
        Throwable error = catchThrowable(() -> assertThat(actual).ranks("great").above("said"));
        // THEN
        then(error).isInstanceOf(AttributionAssertionError.class);
        then(error.getStackTrace()[0].getClassName()).isEqualTo(StackTraceTest.class.getName());
    }

    @Test
    void should_begin_in_the_line_of_the_test_if_there_is_no_verdict() {
        // GIVEN
        Attribution actual = AttributionBuilder.review().uncertainty(1).build();
        // WHEN
        Throwable error = catchThrowable(() -> assertThat(actual).hasTopToken("great"));
        // THEN
        then(error).isInstanceOf(InconclusiveException.class);
        then(error.getStackTrace()[0].getClassName()).isEqualTo(StackTraceTest.class.getName());
    }
}
