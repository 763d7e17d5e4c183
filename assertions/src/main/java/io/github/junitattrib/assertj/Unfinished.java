package io.github.junitattrib.assertj;

import io.github.junitattrib.junit.AttributionLog;
import io.github.junitattrib.junit.OpenStep;
import java.util.Optional;

/** The middle of a chain, which verifies nothing: a test fails if it is left there. */
final class Unfinished {

    private final Optional<OpenStep> step;

    private Unfinished(Optional<OpenStep> step) {
        this.step = step;
    }

    /**
     * Tells the running test of a step.
     *
     * @param step as the test wrote it, such as {@code ranks("great")}
     * @param ending how it can go on, such as {@code .above("said")}
     */
    static Unfinished step(String step, String ending) {
        return new Unfinished(AttributionLog.current().map(log -> log.openStep(step, step + ending)));
    }

    /** Says that the chain went on; to be called before anything that may throw, since an error ends it as well. */
    void close() {
        step.ifPresent(OpenStep::close);
    }
}
