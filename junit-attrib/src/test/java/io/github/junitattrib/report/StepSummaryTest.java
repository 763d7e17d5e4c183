package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    void keepsTheBytesOfOthers() throws IOException {
        byte[] latin = "Pr\u00fcfung\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(directory.resolve("step.md"), latin);
        write(file, "one", "run", "a", "Erst \u00e4.");
        write(file, "one", "run", "b", "Dann \u00e4.");

        assertThat(Files.readAllBytes(file)).startsWith(latin);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                .containsOnlyOnce("<!-- attribution report ")
                .contains("Dann \u00e4.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // where links are a privilege
    void followsLinks() throws IOException {
        Path real = directory.resolve("real.md");
        Path link = Files.createSymbolicLink(directory.resolve("step.md"), Path.of("real.md"));
        write(link, "one", "run", "a", "First.");
        write(link, "two", "run", "b", "Second.");

        assertThat(link).isSymbolicLink();
        assertThat(real).content().contains("First.", "Second.");
    }

    /** A pipe and not /dev/null: run by root, a mistake here would replace that. */
    @Test
    @DisabledOnOs(OS.WINDOWS) // which has no such file
    void writesPipesAndDevicesInPlace() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path link = Files.createSymbolicLink(directory.resolve("step.md"), pipe);
        for (Path file : List.of(pipe, link)) {
            CompletableFuture<String> read = new CompletableFuture<>();
            Thread reader = new Thread(() -> read.completeAsync(() -> content(pipe), Runnable::run));
            reader.setDaemon(true);
            reader.start();
            assertThat(write(file, "one", "run", "a", "First.")).isEmpty();

            assertThat(read.get(60, TimeUnit.SECONDS))
                    .startsWith("<!-- attribution")
                    .contains("First.");
            assertThat(Files.readAttributes(file, BasicFileAttributes.class).isOther())
                    .isTrue();
        }
        assertThat(link).isSymbolicLink();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFolderInItsPlaceLeavesTheIndexAlone() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("step.md"));

        assertThat(write(folder, "one", "run", "a", "First."))
                .get()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("Cannot read the summary of the step, ", "step.md", "GITHUB_STEP_SUMMARY");
        assertThat(directory.resolve("one/index.html")).content().contains("First.");
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
        assertThat(SummaryMarkdown.of(index, 2000).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(2000);
    }

    private Optional<RuntimeException> write(Path file, String module, String run, String method, String message) {
        ReportWriter writer = new ReportWriter(
                directory.resolve(module), run, new ReportOptions(Optional.empty(), false, Optional.of(file)));
        writer.write(Examples.report(new TestCase("com.acme.T", method, 1, method), TestStatus.FAILED, message));
        return writer.writeIndex();
    }
}
