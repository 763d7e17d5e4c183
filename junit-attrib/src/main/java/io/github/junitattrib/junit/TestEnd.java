package io.github.junitattrib.junit;

import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.report.TestReport;
import io.github.junitattrib.report.TestStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/** The end of a test: fails it if a chain was left open, and writes its report. */
final class TestEnd {

    private final ExtensionContext context;
    private final AttributionLog log;
    private final Session session;
    private final boolean isTest;

    private TestEnd(ExtensionContext context, AttributionLog log, Session session) {
        this.context = context;
        this.log = log;
        this.session = session;
        this.isTest = TestNames.isTest(context);
    }

    static TestEnd of(ExtensionContext context, AttributionLog log, Session session) {
        return new TestEnd(context, log, session);
    }

    void finish(Optional<Throwable> failure) {
        Optional<Throwable> end = failure.isPresent() ? failure : openStep();
        TestReport report = report(end);
        session.ended().add(report);
        if (isReported(end)) {
            Optional<RuntimeException> problem = session.reports().write(report);
            problem.ifPresent(missing -> end.ifPresent(error -> error.addSuppressed(missing)));
            if (problem.isEmpty() && isFailure(end)) {
                new Publication(context, log, session).publish();
            }
        } else if (isTest && end.isEmpty()) {
            session.reports().passed(log.test(), log.seconds());
        }
        if (failure.isEmpty() && end.isPresent()) {
            throw (AssertionFailedError) end.get();
        }
    }

    /** Passing containers have a page of their own only for what they computed themselves. */
    private boolean isReported(Optional<Throwable> end) {
        boolean worthwhile = isTest || !log.attributions().isEmpty();
        // A rerun that passes must not leave the page of the run that failed.
        boolean stale = session.reports().exists(log.test());
        return isFailure(end) || stale || (session.properties().reportsAll() && worthwhile);
    }

    private static boolean isFailure(Optional<Throwable> end) {
        return end.map(TestFailure::new)
                .filter(failure -> failure.status() != TestStatus.ABORTED)
                .isPresent();
    }

    private Optional<Throwable> openStep() {
        List<OpenStep> open = log.openSteps();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String steps = open.stream().map(OpenStep::description).collect(Collectors.joining(", "));
        AssertionFailedError error =
                new AssertionFailedError("The test ended with an unfinished assertion, which checks nothing: " + steps
                        + ". Finish it, as in " + open.get(0).example() + ".");
        // Every other frame is of the callback that found it.
        open.get(0).line().ifPresent(line -> error.setStackTrace(new StackTraceElement[] {line}));
        return Optional.of(error);
    }

    private TestReport report(Optional<Throwable> end) {
        Optional<TestFailure> failure = end.map(TestFailure::new);
        failure.stream()
                .flatMap(TestFailure::evidence)
                .forEach(one -> log.failedWith((AttributionFailure) one.error(), one.message()));
        return new TestReport(
                log.test(),
                failure.map(TestFailure::status).orElse(TestStatus.PASSED),
                failure.map(TestFailure::message).orElse(""),
                log.attributions(),
                log.checks(),
                log.gold(),
                log.matrices(),
                log.seconds());
    }
}
