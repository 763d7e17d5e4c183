package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.ScoreMatrix;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Everything that one invocation of one test computed and checked.
 *
 * @param test which test
 * @param status how it ended
 * @param failure message of what ended the test; empty text if it passed
 * @param attributions what it computed, in order
 * @param checks what it checked, in order
 * @param gold what corpora say of texts, by text
 * @param matrices what else the test chose to show
 * @param seconds how long it took; empty if that was not measured
 */
public record TestReport(
        TestCase test,
        TestStatus status,
        String failure,
        List<Attribution> attributions,
        List<CheckRecord> checks,
        Map<String, CaseNote> gold,
        List<ScoreMatrix> matrices,
        OptionalDouble seconds) {

    /**
     * Copies lists and labels.
     *
     * @param test which test
     * @param status how it ended
     * @param failure message of what ended the test; empty text if it passed
     * @param attributions what it computed, in order
     * @param checks what it checked, in order
     * @param gold what corpora say of texts, by text
     * @param matrices what else the test chose to show
     * @param seconds how long it took; empty if that was not measured
     */
    public TestReport {
        attributions = List.copyOf(attributions);
        checks = List.copyOf(checks);
        gold = Map.copyOf(gold);
        matrices = List.copyOf(matrices);
    }

    /**
     * Makes the report of a test without labels of people, matrices and a measured time.
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
        this(test, status, failure, attributions, checks, Map.of(), List.of(), OptionalDouble.empty());
    }

    /**
     * Says that the test failed after all.
     *
     * @param end how it ended
     * @param message what ended it
     * @return a changed copy
     */
    public TestReport failed(TestStatus end, String message) {
        return new TestReport(test, end, message, attributions, checks, gold, matrices, seconds);
    }
}
