package io.github.junitattrib.junit;

import io.github.junitattrib.report.TestReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What tests computed whose end our extension has seen, until JUnit says how they ended: other extensions may fail them still. */
final class EndedTests {

    /** Between our end of a test and JUnit's, other threads end few; engines without a launcher never tell of theirs. */
    static final int MOST = 64;

    /** By JUnit's unique ids, the oldest first. */
    private final Map<String, TestReport> reports = new LinkedHashMap<>();

    synchronized void add(TestReport report) {
        reports.put(report.test().uniqueId(), report);
        if (reports.size() > MOST) {
            reports.remove(reports.keySet().iterator().next());
        }
    }

    /** Gives away what is known of a test: when it runs again, that is another end. */
    synchronized Optional<TestReport> take(String uniqueId) {
        return Optional.ofNullable(reports.remove(uniqueId));
    }
}
