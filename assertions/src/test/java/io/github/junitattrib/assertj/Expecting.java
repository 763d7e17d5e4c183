package io.github.junitattrib.assertj;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.InconclusiveException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Catches what an assertion throws. */
final class Expecting {

    private Expecting() {}

    static AttributionAssertionError attributionError(ThrowingCallable code) {
        AttributionAssertionError error = catchThrowableOfType(AttributionAssertionError.class, code);
        then(error).as("a failure of an attribution").isNotNull();
        return error;
    }

    static InconclusiveException inconclusive(ThrowingCallable code) {
        InconclusiveException exception = catchThrowableOfType(InconclusiveException.class, code);
        then(exception).as("an inconclusive verdict").isNotNull();
        return exception;
    }
}
