package io.github.junitattrib.report;

import java.util.Optional;

/** How a test differs from the previous run. */
enum Change {
    /** It fails, and did not fail before or was not there. */
    NEW_FAILURE("new failure"),
    /** It fails again. */
    STILL_FAILING("still failing"),
    /** It failed before and passes. */
    FIXED("fixed");

    private final String words;

    Change(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Compares two ends of one test; empty if both are fine. */
    static Optional<Change> between(boolean failedBefore, TestStatus now) {
        if (now.isFailure()) {
            return Optional.of(failedBefore ? STILL_FAILING : NEW_FAILURE);
        }
        return failedBefore && now == TestStatus.PASSED ? Optional.of(FIXED) : Optional.empty();
    }
}
