package io.github.junitattrib.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
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

    /** Writes the file of this process; those of other runs go, unread but for the run that they name. */
    void write() {
        StringBuilder lines = new StringBuilder();
        synchronized (passed) {
            passed.values().forEach(line -> lines.append(Json.line(line)).append('\n'));
        }
        for (Path other : files(directory)) {
            if (isOfAnotherRun(other)) {
                ReportFiles.delete(other);
            }
        }
        if (!lines.isEmpty()) {
            ReportFiles.write(file, lines.toString());
        }
    }

    /** Reads the files of all processes; what cannot be read is noted. */
    static List<IndexEntry> read(Path reports, String run, List<String> notes) {
        List<IndexEntry> entries = new ArrayList<>();
        for (Path file : files(reports.resolve(FOLDER))) {
            String name = Slashes.in(reports.relativize(file));
            try (MappingIterator<Line> lines = lines(file)) {
                while (lines.hasNextValue()) {
                    Line line = lines.nextValue();
                    if (!isWhole(line)) {
                        notes.add(
                                name + " does not list tests that passed: it has a line without run, class or method");
                        break;
                    }
                    if (!run.equals(line.run())) {
                        break;
                    }
                    entries.add(line.entry());
                }
            } catch (NoSuchFileException e) {
                // Another fork has deleted it, as it is of another run.
            } catch (JsonProcessingException e) {
                notes.add(name + " does not list tests that passed: " + e.getOriginalMessage());
            } catch (IOException e) {
                notes.add(name + " could not be read: " + e);
            }
        }
        return entries;
    }

    /** Whether it says so; what cannot be read stays, for a person to look at. */
    private boolean isOfAnotherRun(Path file) {
        try (MappingIterator<Line> lines = lines(file)) {
            if (!lines.hasNextValue()) {
                return false;
            }
            Line first = lines.nextValue();
            return isWhole(first) && !run.equals(first.run());
        } catch (IOException e) {
            return false;
        }
    }

    private static MappingIterator<Line> lines(Path file) throws IOException {
        return Json.MAPPER.readerFor(Line.class).readValues(file.toFile());
    }

    private static boolean isWhole(@Nullable Line line) {
        return line != null
                && line.run() != null
                && line.className() != null
                && line.method() != null
                && line.sidecar() != null;
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
