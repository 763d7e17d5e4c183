package io.github.junitattrib.junit;

import io.github.junitattrib.report.ReportWriter;
import io.github.junitattrib.report.TestCase;
import io.github.junitattrib.report.TestReport;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reports of this JVM's run: pages while tests end, the index when the session does. */
final class ReportSession implements AutoCloseable {

    private final Path directory;
    private final ReportWriter writer;
    private boolean written;

    ReportSession(Path directory, String run) {
        this.directory = directory;
        this.writer = new ReportWriter(directory, run);
    }

    /** The page of a test, with slashes on every system. */
    String page(TestCase test) {
        return writer.pageOf(test).toString().replace('\\', '/');
    }

    boolean exists(TestCase test) {
        return Files.exists(writer.pageOf(test));
    }

    void write(TestReport report) {
        writer.write(report);
        synchronized (this) {
            written = true;
        }
    }

    /** Called by the store when the launcher session ends. */
    @Override
    @SuppressWarnings("SystemOut") // the line that tells people where to look
    public synchronized void close() {
        if (!written) {
            return;
        }
        try {
            writer.writeIndex();
            System.out.println("[junit-attrib] attribution report: "
                    + directory.resolve("index.html").toString().replace('\\', '/'));
        } catch (UncheckedIOException e) {
            System.out.println("[junit-attrib] the index of the attribution reports is missing: " + e.getMessage());
        }
    }
}
