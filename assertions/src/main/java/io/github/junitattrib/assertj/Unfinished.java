package io.github.junitattrib.assertj;

import io.github.junitattrib.junit.AttributionLog;
import io.github.junitattrib.junit.OpenStep;
import java.util.Optional;
import java.util.function.Supplier;

/** The middle of a chain, which verifies nothing: a test fails if it is left there. */
final class Unfinished {

    private final String step;
    private final Optional<OpenStep> open;

    private Unfinished(String step, Optional<OpenStep> open) {
        this.step = step;
        this.open = open;
    }

    /**
     * Tells the running test of a step.
     *
     * @param step as the test wrote it, such as {@code ranks("great")}
     * @param ending how it can go on, such as {@code .above("said")}
     */
    static Unfinished step(String step, String ending) {
        return new Unfinished(
                step, AttributionLog.current().map(log -> log.openStep(step, step + ending, TestLine.here())));
    }

    /**
     * Finishes the chain.
     *
     * @param ending as the test wrote it, such as {@code .above("said")}
     * @param assertion what it asserts
     */
    <T> T end(String ending, Supplier<T> assertion) {
        close();
        return WrittenCall.as(step + ending, assertion);
    }

    /** Says that the chain went on; to be called before anything that may throw, since an error ends it as well. */
    void close() {
        open.ifPresent(OpenStep::close);
    }
}
