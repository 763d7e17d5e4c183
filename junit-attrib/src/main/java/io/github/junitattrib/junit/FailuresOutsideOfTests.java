package io.github.junitattrib.junit;

import io.github.junitattrib.report.TestCase;
import io.github.junitattrib.report.TestReport;
import io.github.junitattrib.report.TestStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Reports what fails where {@link AttributionExtension} has no callback: the arguments of a parameterized test, conditions,
 * the configuration of a class, other extensions. JUnit finds it by its service file.
 */
public final class FailuresOutsideOfTests implements LauncherSessionListener {

    /** Made by JUnit. */
    public FailuresOutsideOfTests() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(new Listener(session));
    }

    private static final class Listener implements TestExecutionListener {

        private static final Namespace NAMESPACE = Namespace.create(Session.NAMESPACE.getParts());

        private final LauncherSession session;
        private final AtomicReference<TestPlan> running = new AtomicReference<>();

        Listener(LauncherSession session) {
            this.session = session;
        }

        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            running.set(plan);
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            Optional<TestReport> ended = ended().take(identifier.getUniqueId());
            TestPlan plan = running.get();
            if (plan == null) {
                return;
            }
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                boolean reported = ended.map(report -> report.status().isFailure())
                        .orElseGet(() -> ended().hasFailed(identifier.getUniqueId()));
                if (!reported) {
                    report(plan, identifier, failure(result), ended);
                }
            } else if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL
                    && ReportedNode.isTemplate(identifier)) {
                remove(plan, identifier);
            }
        }

        private void report(TestPlan plan, TestIdentifier identifier, TestFailure failure, Optional<TestReport> ended) {
            try {
                ReportedNode.of(plan, identifier).ifPresent(node -> {
                    ReportSession reports = reports(node);
                    reports.write(ended.orElseGet(() -> empty(reports.known(node.test())))
                            .failed(failure.status(), failure.messageAndTrace()));
                });
            } catch (RuntimeException e) {
                Console.say("the failure of " + identifier.getUniqueId() + " is in no report: " + e.getMessage());
            }
        }

        /** A rerun that passes must not leave the page of the run that failed. */
        private void remove(TestPlan plan, TestIdentifier identifier) {
            try {
                ReportedNode.of(plan, identifier)
                        .ifPresent(node -> reports(node).remove(node.test()));
            } catch (RuntimeException e) {
                Console.say("the report of " + identifier.getUniqueId()
                        + " may be of an earlier run, as it passed now: " + e.getMessage());
            }
        }

        private static TestFailure failure(TestExecutionResult result) {
            return new TestFailure(
                    result.getThrowable().orElseGet(() -> new IllegalStateException("JUnit names no reason.")));
        }

        private static TestReport empty(TestCase test) {
            return new TestReport(test, TestStatus.PASSED, "", List.of(), List.of());
        }

        private EndedTests ended() {
            return session.getStore()
                    .getOrComputeIfAbsent(NAMESPACE, EndedTests.class, key -> new EndedTests(), EndedTests.class);
        }

        private ReportSession reports(ReportedNode node) {
            return session.getStore()
                    .getOrComputeIfAbsent(
                            NAMESPACE,
                            Session.ReportKey.of(node.properties()),
                            Session.ReportKey::open,
                            ReportSession.class);
        }
    }
}
