package io.github.junitattrib.junit;

import io.github.junitattrib.report.ReportOptions;
import io.github.junitattrib.report.ReportWriter;
import io.github.junitattrib.report.Slashes;
import io.github.junitattrib.report.TestCase;
import io.github.junitattrib.report.TestReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The reports of this JVM's run: pages while tests end, the index when the session does. */
final class ReportSession implements AutoCloseable {

    private final Path directory;
    private final ReportWriter writer;
    private final AtomicBoolean written = new AtomicBoolean();
    private final AtomicBoolean passed = new AtomicBoolean();
    private final AtomicInteger missing = new AtomicInteger();
    /** By JUnit's unique ids. */
    private final Map<String, TestCase> known = new ConcurrentHashMap<>();

    ReportSession(Path directory, String run, ReportOptions options) {
        this.directory = directory;
        this.writer = new ReportWriter(directory, run, options);
    }

    /** The page of a test, with slashes on every system. */
    String page(TestCase test) {
        known.put(test.uniqueId(), test);
        return Slashes.in(pageFile(test));
    }

    Path pageFile(TestCase test) {
        return writer.pageOf(test);
    }

    /** The name that the extension has for a test, which may know more of it; else the one that is given. */
    TestCase known(TestCase test) {
        return known.getOrDefault(test.uniqueId(), test);
    }

    boolean exists(TestCase test) {
        return Files.exists(writer.pageOf(test));
    }

    /**
     * Writes the report of a test. A problem never changes the verdict of the test, but is printed: once when the first
     * report is lost, and with the number of all at the end.
     *
     * @return the problem, for the error of a test that failed anyway
     */
    Optional<RuntimeException> write(TestReport report) {
        try {
            writer.write(report);
            written.set(true);
            return Optional.empty();
        } catch (RuntimeException e) {
            if (missing.getAndIncrement() == 0) {
                Console.say("the report of " + report.test().method() + " is missing: " + e.getMessage());
            }
            return Optional.of(e);
        }
    }

    /** Deletes the report of something that is no test and did not fail this time. */
    void remove(TestCase test) {
        writer.remove(test);
    }

    /** Notes a test that passed and has no report. */
    void passed(TestCase test, OptionalDouble seconds) {
        passed.set(true);
        try {
            writer.passed(test, seconds);
        } catch (RuntimeException e) {
            // Told when the index is written, which then fails in the same way.
        }
    }

    /** Called by the store when the launcher session ends. */
    @Override
    public void close() {
        if (missing.get() > 0) {
            Console.say(missing.get() + " reports are missing below " + Slashes.in(directory) + ".");
        }
        if (!written.get() && !passed.get()) {
            return;
        }
        try {
            // Also without a page: the index of an earlier run must not stand for this one.
            Optional<RuntimeException> step = writer.writeIndex();
            step.ifPresent(e -> Console.say("the summary of the CI step is missing: " + e.getMessage()));
            if (written.get()) {
                Console.say("attribution report: " + Slashes.in(directory.resolve("index.html")));
            }
        } catch (RuntimeException e) {
            Console.say("the index of the attribution reports is missing: " + e.getMessage());
        }
    }
}
