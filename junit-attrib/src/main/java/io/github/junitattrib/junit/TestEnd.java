package io.github.junitattrib.junit;

import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.report.TestReport;
import io.github.junitattrib.report.TestStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/** The end of a test: fails it if a chain was left open, and writes its report. */
final class TestEnd {

    private final AttributionLog log;
    private final Session session;
    private final Optional<Throwable> failure;
    private final boolean wholeClass;

    private TestEnd(AttributionLog log, Session session, Optional<Throwable> failure, boolean wholeClass) {
        this.log = log;
        this.session = session;
        this.failure = failure;
        this.wholeClass = wholeClass;
    }

    static TestEnd of(ExtensionContext context, AttributionLog log, Session session) {
        return new TestEnd(
                log,
                session,
                context.getExecutionException(),
                context.getTestMethod().isEmpty());
    }

    void finish() {
        Optional<Throwable> end = failure.isPresent() ? failure : openStep();
        if (isReported(end)) {
            session.reports().write(report(end));
        }
        if (failure.isEmpty() && end.isPresent()) {
            throw (AssertionFailedError) end.get();
        }
    }

    /** A class has a page of its own only for what its life-cycle methods did. */
    private boolean isReported(Optional<Throwable> end) {
        boolean worthwhile = !wholeClass || !log.attributions().isEmpty();
        boolean failed = end.isPresent() && status(end) != TestStatus.ABORTED;
        // A rerun that passes must not leave the page of the run that failed.
        boolean stale = session.reports().exists(log.test());
        return (failed || stale || session.properties().reportsAll()) && worthwhile;
    }

    private Optional<Throwable> openStep() {
        List<OpenStep> open = log.openSteps();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String steps = open.stream().map(OpenStep::description).collect(Collectors.joining(", "));
        return Optional.of(
                new AssertionFailedError("The test ended with an unfinished assertion, which checks nothing: " + steps
                        + ". Finish it, as in ranks(\"great\").above(\"said\")."));
    }

    private TestReport report(Optional<Throwable> end) {
        evidence(end).forEach(one -> log.failedWith(one, message((Throwable) one)));
        String message = end.map(TestEnd::message).orElse("");
        return new TestReport(log.test(), status(end), message, log.attributions(), log.checks());
    }

    private static Stream<AttributionFailure> evidence(Optional<Throwable> end) {
        return end.stream()
                .flatMap(TestEnd::parts)
                .filter(AttributionFailure.class::isInstance)
                .map(AttributionFailure.class::cast);
    }

    private static Stream<Throwable> parts(Throwable error) {
        return error instanceof MultipleFailuresError several
                ? several.getFailures().stream().flatMap(TestEnd::parts)
                : Stream.of(error);
    }

    private static TestStatus status(Optional<Throwable> end) {
        if (end.isEmpty()) {
            return TestStatus.PASSED;
        }
        Throwable error = end.get();
        if (error instanceof TestAbortedException) {
            return TestStatus.ABORTED;
        }
        if (error instanceof AttributionFailure evidence && evidence.verdict() == Verdict.INCONCLUSIVE) {
            return TestStatus.INCONCLUSIVE;
        }
        return error instanceof AssertionError ? TestStatus.FAILED : TestStatus.ERROR;
    }

    private static String message(Throwable error) {
        String message = error.getMessage();
        return message == null ? error.getClass().getName() : message;
    }
}
