package io.github.junitattrib.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tests of a run that passed and have no report: totals and comparisons with other runs need them.
 *
 * <p>Each process has a file of its own, with a line of JSON for each test; a file for each test would cost as much as a
 * report.
 */
final class PassLedger {

    private static final String FOLDER = ".passed";

    private final Path directory;
    private final String run;
    private final Path file;
    private final Map<String, Line> passed = Collections.synchronizedMap(new TreeMap<>());

    PassLedger(Path directory, String run) {
        this.directory = directory.resolve(FOLDER);
        this.run = run;
        this.file = this.directory.resolve(UUID.randomUUID() + ".jsonl");
    }

    void add(TestCase test, String sidecar, OptionalDouble seconds) {
        passed.put(
                sidecar,
                new Line(
                        run,
                        test.className(),
                        test.method(),
                        test.invocation(),
                        test.variant().orElse(null),
                        Json.present(seconds),
                        sidecar));
    }

    /** Writes the file of this process; those of other runs go, as nobody reads them any more. */
    void write() {
        StringBuilder lines = new StringBuilder();
        synchronized (passed) {
            passed.values().forEach(line -> lines.append(Json.line(line)).append('\n'));
        }
        for (Path other : files(directory)) {
            if (!belongsTo(run, other)) {
                ReportFiles.delete(other);
            }
        }
        if (!lines.isEmpty()) {
            ReportFiles.write(file, lines.toString());
        }
    }

    /** Reads the files of all processes. */
    static List<IndexEntry> read(Path reports, String run) {
        List<IndexEntry> entries = new ArrayList<>();
        for (Path file : files(reports.resolve(FOLDER))) {
            for (Line line : lines(file)) {
                if (run.equals(line.run())) {
                    entries.add(line.entry());
                }
            }
        }
        return entries;
    }

    private static boolean belongsTo(String run, Path file) {
        List<Line> lines = lines(file);
        return !lines.isEmpty() && run.equals(lines.get(0).run());
    }

    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jsonl")) {
            found.forEach(files::add);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot list " + folder + ": " + e + ". See that the folder is readable.", e);
        }
        Collections.sort(files);
        return files;
    }

    /** What is no line of ours tells nothing of a test. */
    private static List<Line> lines(Path file) {
        List<Line> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                Line read = Json.MAPPER.readValue(line, Line.class);
                if (read.className() != null && read.method() != null && read.sidecar() != null) {
                    lines.add(read);
                }
            }
        } catch (JsonProcessingException | NoSuchFileException e) {
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e + ". See that it is readable.", e);
        }
        return lines;
    }

    /** A test, as a line holds it. */
    private record Line(
            @Nullable String run,
            String className,
            String method,
            int invocation,
            @Nullable String variant,
            @Nullable Double seconds,
            String sidecar) {

        IndexEntry entry() {
            return new IndexEntry(
                    className,
                    method,
                    invocation,
                    Optional.ofNullable(variant),
                    TestStatus.PASSED,
                    "",
                    seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds),
                    sidecar);
        }
    }
}
