package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Everything that one invocation of one test computed and checked.
 *
 * @param test which test
 * @param status how it ended
 * @param failure message of what ended the test; empty text if it passed
 * @param attributions what it computed, in order
 * @param checks what it checked, in order
 * @param seconds how long it took; empty if that was not measured
 */
public record TestReport(
        TestCase test,
        TestStatus status,
        String failure,
        List<Attribution> attributions,
        List<CheckRecord> checks,
        OptionalDouble seconds) {

    /**
     * Copies the lists.
     *
     * @param test which test
     * @param status how it ended
     * @param failure message of what ended the test; empty text if it passed
     * @param attributions what it computed, in order
     * @param checks what it checked, in order
     * @param seconds how long it took; empty if that was not measured
     */
    public TestReport {
        attributions = List.copyOf(attributions);
        checks = List.copyOf(checks);
    }

    /**
     * Makes a report of a test whose time was not measured.
     *
     * @param test which test
     * @param status how it ended
     * @param failure message of what ended the test; empty text if it passed
     * @param attributions what it computed, in order
     * @param checks what it checked, in order
     */
    public TestReport(
            TestCase test,
            TestStatus status,
            String failure,
            List<Attribution> attributions,
            List<CheckRecord> checks) {
        this(test, status, failure, attributions, checks, OptionalDouble.empty());
    }
}
