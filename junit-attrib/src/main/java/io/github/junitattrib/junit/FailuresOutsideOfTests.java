package io.github.junitattrib.junit;

import io.github.junitattrib.report.TestCase;
import io.github.junitattrib.report.TestReport;
import java.util.List;
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
            boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
            boolean mended =
                    result.getStatus() == TestExecutionResult.Status.SUCCESSFUL && ReportedNode.isTemplate(identifier);
            TestPlan plan = running.get();
            if ((!failed && !mended) || plan == null) {
                return;
            }
            try {
                ReportedNode.of(plan, identifier).ifPresent(node -> {
                    ReportSession reports = reports(node);
                    if (mended) {
                        // A rerun that passes must not leave the page of the run that failed.
                        reports.remove(node.test());
                    } else if (!reports.hasFailure(node.test())) {
                        reports.write(report(reports.known(node.test()), failure(result)));
                    }
                });
            } catch (RuntimeException e) {
                Console.say("the failure of " + identifier.getUniqueId() + " is in no report: " + e.getMessage());
            }
        }

        private static TestFailure failure(TestExecutionResult result) {
            return new TestFailure(
                    result.getThrowable().orElseGet(() -> new IllegalStateException("JUnit names no reason.")));
        }

        private static TestReport report(TestCase test, TestFailure failure) {
            return new TestReport(test, failure.status(), failure.messageAndTrace(), List.of(), List.of());
        }

        private ReportSession reports(ReportedNode node) {
            return session.getStore()
                    .getOrComputeIfAbsent(
                            Namespace.create(Session.NAMESPACE.getParts()),
                            Session.ReportKey.of(node.properties()),
                            Session.ReportKey::open,
                            ReportSession.class);
        }
    }
}
