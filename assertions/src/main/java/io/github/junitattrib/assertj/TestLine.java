package io.github.junitattrib.assertj;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The line that a user wrote, behind all frames of assertions, proxies and reflection. */
final class TestLine {

    private static final List<String> BETWEEN =
            List.of("io.github.junitattrib.junit.", "org.assertj.", "net.bytebuddy.", "java.", "jdk.", "sun.");

    private TestLine() {}

    /** Finds it in the trace of an error. */
    static Optional<StackTraceElement> of(Throwable error) {
        return first(Stream.of(error.getStackTrace()));
    }

    /** Finds the line that runs on this thread. */
    static Optional<StackTraceElement> here() {
        return StackWalker.getInstance().walk(frames -> first(frames.map(StackWalker.StackFrame::toStackTraceElement)));
    }

    private static Optional<StackTraceElement> first(Stream<StackTraceElement> frames) {
        return frames.dropWhile(TestLine::isBetween)
                .findFirst()
                .filter(frame -> !frame.getClassName().startsWith("org.junit."));
    }

    private static boolean isBetween(StackTraceElement frame) {
        return OurFrames.contain(frame) || BETWEEN.stream().anyMatch(frame.getClassName()::startsWith);
    }
}
