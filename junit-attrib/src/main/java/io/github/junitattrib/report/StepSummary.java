package io.github.junitattrib.report;

import io.github.junitattrib.location.WholeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file that GitHub shows as the summary of a step. Others write to it too, and each process of a run again: each report
 * has a block of its own there, which is replaced.
 *
 * @param file the file that {@code GITHUB_STEP_SUMMARY} names
 */
record StepSummary(Path file) {

    /** GitHub shows nothing of a summary that is larger. */
    private static final int MOST_BYTES = 1024 * 1024;

    /**
     * Replaces the block of a report, or adds it. Bytes of others stay as they are, in whatever encoding.
     *
     * @throws UncheckedIOException if the file cannot be read or written; the message names it
     */
    void put(Path reports, RunIndex index) {
        String name = SummaryMarkdown.escaped(reports.toAbsolutePath().normalize() + ", run " + index.run());
        String begin = bytes("<!-- attribution report " + name + " -->\n");
        String end = bytes("<!-- end of attribution report " + name + " -->\n");
        try {
            if (WholeFiles.isSpecial(file)) {
                // A device or pipe keeps nothing: there is no block to be replaced, and no place for a lock.
                write(begin + bytes(SummaryMarkdown.of(index)) + end);
                return;
            }
        } catch (IOException e) {
            throw failure(e);
        }
        ReportFiles.locked(file.resolveSibling(file.getFileName() + ".lock"), () -> {
            String others = without(read(), begin, end);
            int left = MOST_BYTES - (others + begin + end).length() - 2;
            if (left > 0) {
                String separator = others.isEmpty() || others.endsWith("\n") ? "" : "\n";
                write(others + separator + begin + bytes(SummaryMarkdown.of(index, left)) + end);
            }
        });
    }

    private String read() {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void write(String bytes) {
        ReportFiles.write(file, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private UncheckedIOException failure(IOException cause) {
        return new UncheckedIOException(
                "Cannot read the summary of the step, " + file + ": " + cause
                        + ". See that GITHUB_STEP_SUMMARY names a file that can be read and written, or leave out"
                        + " attrib.report.github.",
                cause);
    }

    private static String without(String text, String begin, String end) {
        int from = text.indexOf(begin);
        int to = text.indexOf(end, Math.max(0, from));
        return from < 0 || to < 0 ? text : text.substring(0, from) + text.substring(to + end.length());
    }

    /** The bytes of UTF-8 as one character each, as this encoding has all bytes and changes none. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
