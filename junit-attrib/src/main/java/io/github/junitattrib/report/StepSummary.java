package io.github.junitattrib.report;

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

    void put(Path reports, RunIndex index) {
        String name = SummaryMarkdown.escaped(reports.toAbsolutePath().normalize() + ", run " + index.run());
        String begin = "<!-- attribution report " + name + " -->\n";
        String end = "<!-- end of attribution report " + name + " -->\n";
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        ReportFiles.locked(lock, () -> {
            String others = without(read(), begin, end);
            int left = MOST_BYTES - bytes(others + begin + end) - 2;
            if (left > 0) {
                String separator = others.isEmpty() || others.endsWith("\n") ? "" : "\n";
                ReportFiles.write(file, others + separator + begin + SummaryMarkdown.of(index, left) + end);
            }
        });
    }

    private String read() {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the summary of the step, " + file + ": " + e
                            + ". See that GITHUB_STEP_SUMMARY names a file that can be read and written, or leave out"
                            + " attrib.report.github.",
                    e);
        }
    }

    private static String without(String text, String begin, String end) {
        int from = text.indexOf(begin);
        int to = text.indexOf(end, Math.max(0, from));
        return from < 0 || to < 0 ? text : text.substring(0, from) + text.substring(to + end.length());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
