package io.github.junitattrib.report;

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
    ABORTED
}
