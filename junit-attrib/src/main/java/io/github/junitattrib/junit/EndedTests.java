package io.github.junitattrib.junit;

import io.github.junitattrib.report.TestReport;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What tests computed whose end our extension has seen, until JUnit says how they ended: other extensions may fail them still. */
final class EndedTests {

    /** Between our end of a test and JUnit's, other threads end few; engines without a launcher never tell of theirs. */
    static final int MOST = 64;

    /** By JUnit's unique ids, the oldest first. */
    private final Map<String, TestReport> reports = new LinkedHashMap<>();

    /** Of what is forgotten, those that failed by themselves: their pages stay as they are. */
    private final Set<String> failed = new HashSet<>();

    synchronized void add(TestReport report) {
        failed.remove(report.test().uniqueId());
        reports.put(report.test().uniqueId(), report);
        if (reports.size() > MOST) {
            TestReport oldest = reports.values().iterator().next();
            reports.remove(oldest.test().uniqueId());
            if (oldest.status().isFailure()) {
                failed.add(oldest.test().uniqueId());
            }
        }
    }

    /** Whether a test has a report of its own failure, though what it computed is forgotten. */
    synchronized boolean hasFailed(String uniqueId) {
        return failed.contains(uniqueId);
    }

    /** Gives away what is known of a test: when it runs again, that is another end. */
    synchronized Optional<TestReport> take(String uniqueId) {
        return Optional.ofNullable(reports.remove(uniqueId));
    }
}
