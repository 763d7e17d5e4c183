package io.github.junitattrib.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a test ended. */
public enum TestStatus {
    /** Without an error. */
    PASSED,
    /** With an assertion error. */
    FAILED,
    /** Without a verdict: the numbers were not good enough. */
    INCONCLUSIVE,
    /** With any other error. */
    ERROR,
    /** An assumption did not hold. */
    ABORTED;

    /** The word that files have for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether it needs a look; a test that was given up does not.
     *
     * @return whether it is neither passed nor aborted
     */
    public boolean isFailure() {
        return this == FAILED || this == ERROR || this == INCONCLUSIVE;
    }

    /** Reads the word of a file. */
    static Optional<TestStatus> ofWord(String word) {
        return Stream.of(values()).filter(status -> status.word().equals(word)).findFirst();
    }
}
