package io.github.junitattrib.junit;

import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.report.TestStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/**
 * What ended a test. Exceptions of users may have causes in a circle, or throw when they are asked for their message: a report
 * is written of these too.
 *
 * @param error as JUnit has it
 */
record TestFailure(Throwable error) {

    TestStatus status() {
        if (error instanceof TestAbortedException) {
            return TestStatus.ABORTED;
        }
        List<Throwable> parts = parts();
        if (parts.stream().allMatch(TestFailure::isInconclusive)) {
            return TestStatus.INCONCLUSIVE;
        }
        boolean wrong = error instanceof AssertionError || parts.stream().anyMatch(AssertionError.class::isInstance);
        return wrong ? TestStatus.FAILED : TestStatus.ERROR;
    }

    String message() {
        String type = error.getClass().getName();
        try {
            String message = error.getMessage();
            return message == null ? type : message;
        } catch (Throwable unreadable) {
            return type + ", whose message cannot be read: it throws "
                    + unreadable.getClass().getName() + ".";
        }
    }

    /** For what failed outside of a test: nobody sees there who threw it. */
    String messageAndTrace() {
        StringWriter trace = new StringWriter();
        try {
            error.printStackTrace(new PrintWriter(trace, true));
        } catch (Throwable unreadable) {
            Stream.of(error.getStackTrace())
                    .forEach(frame ->
                            trace.append("\tat ").append(String.valueOf(frame)).append("\n"));
        }
        return message() + "\n\n" + trace;
    }

    /** The failures in it that carry an attribution. */
    Stream<TestFailure> evidence() {
        return parts().stream().filter(AttributionFailure.class::isInstance).map(TestFailure::new);
    }

    /** What a soft assertion collected, and what another thread's error is wrapped in; at least one. */
    private List<Throwable> parts() {
        List<Throwable> parts = new ArrayList<>();
        collect(error, Collections.newSetFromMap(new IdentityHashMap<>()), parts);
        return parts.isEmpty() ? List.of(error) : parts;
    }

    private static void collect(Throwable error, Set<Throwable> seen, List<Throwable> parts) {
        Throwable part = error;
        seen.add(part);
        while (!(part instanceof MultipleFailuresError) && !(part instanceof AttributionFailure)) {
            Throwable cause = part.getCause();
            if (cause == null || !seen.add(cause)) {
                break;
            }
            part = cause;
        }
        if (part instanceof MultipleFailuresError several) {
            several.getFailures().stream()
                    .filter(failure -> !seen.contains(failure))
                    .forEach(failure -> collect(failure, seen, parts));
        } else {
            parts.add(part);
        }
    }

    private static boolean isInconclusive(Throwable error) {
        return error instanceof AttributionFailure evidence && evidence.verdict() == Verdict.INCONCLUSIVE;
    }
}
