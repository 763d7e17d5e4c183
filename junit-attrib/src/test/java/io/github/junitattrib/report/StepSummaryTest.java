package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepSummaryTest {

    @TempDir
    private Path directory;

    @Test
    void standsOnceForEachReportBesideWhatOthersWrote() throws IOException {
        Path file = Files.writeString(directory.resolve("step.md"), "# Build\nall fine");
        write(file, "one", "run", "a", "First.");
        write(file, "two", "run", "b", "Second.");
        write(file, "one", "run", "c", "Third.");

        assertThat(Files.readString(file))
                .startsWith("# Build\nall fine\n<!-- attribution report ")
                .containsOnlyOnce("First.")
                .containsOnlyOnce("Second.")
                .containsOnlyOnce("Third.")
                .contains("2 tests with a report: 2 failed.", "1 test with a report: 1 failed.");
    }

    @Test
    void neverGrowsBeyondWhatGithubShows() throws IOException {
        Path file = Files.writeString(directory.resolve("step.md"), "x".repeat(1000 * 1024));
        List<IndexEntry> entries = IntStream.range(0, 1000)
                .mapToObj(i -> new IndexEntry(
                        "com.acme.T",
                        "m" + i,
                        1,
                        Optional.empty(),
                        TestStatus.FAILED,
                        "ä".repeat(100),
                        OptionalDouble.empty(),
                        "com.acme.T/m" + i + "-1.json"))
                .toList();
        RunIndex index =
                new RunIndex("run", entries, List.of(), List.of(), Optional.empty(), List.of("é".repeat(50_000)));

        new StepSummary(file).put(directory, index);

        assertThat(Files.size(file)).isBetween(1023L * 1024, 1024L * 1024);
        assertThat(Files.readString(file)).contains("more did not fit here: see index.html of the report.");
        Files.writeString(file, "x".repeat(1024 * 1024 - 10));
        new StepSummary(file).put(directory, index);
        assertThat(Files.size(file)).isEqualTo(1024 * 1024 - 10);
        assertThat(SummaryMarkdown.of(index, 2000).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(2000);
    }

    private void write(Path file, String module, String run, String method, String message) {
        ReportWriter writer = new ReportWriter(
                directory.resolve(module), run, new ReportOptions(Optional.empty(), false, Optional.of(file)));
        writer.write(Examples.report(new TestCase("com.acme.T", method, 1, method), TestStatus.FAILED, message));
        writer.writeIndex();
    }
}
