package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import java.util.List;

/**
 * Everything that one invocation of one test computed and checked.
 *
 * @param test which test
 * @param status how it ended
 * @param failure message of what ended the test; empty text if it passed
 * @param attributions what it computed, in order
 * @param checks what it checked, in order
 */
public record TestReport(
        TestCase test, TestStatus status, String failure, List<Attribution> attributions, List<CheckRecord> checks) {

    /**
     * Copies the lists.
     *
     * @param test which test
     * @param status how it ended
     * @param failure message of what ended the test; empty text if it passed
     * @param attributions what it computed, in order
     * @param checks what it checked, in order
     */
    public TestReport {
        attributions = List.copyOf(attributions);
        checks = List.copyOf(checks);
    }
}
