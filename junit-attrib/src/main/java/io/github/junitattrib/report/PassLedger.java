package io.github.junitattrib.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
    private final Map<String, IndexEntry> passed = Collections.synchronizedMap(new TreeMap<>());

    PassLedger(Path directory, String run) {
        this.directory = directory.resolve(FOLDER);
        this.run = run;
        this.file = this.directory.resolve(UUID.randomUUID() + ".jsonl");
    }

    void add(TestCase test, String sidecar, OptionalDouble seconds) {
        passed.put(
                sidecar,
                new IndexEntry(
                        test.className(),
                        test.method(),
                        test.invocation(),
                        test.variant(),
                        TestStatus.PASSED,
                        "",
                        seconds,
                        sidecar));
    }

    /** Writes the file of this process; those of other runs go, unread but for the run that they name. */
    void write() {
        StringBuilder lines = new StringBuilder();
        synchronized (passed) {
            passed.values()
                    .forEach(test -> lines.append(
                                    Json.line(SummaryJson.test(test).put("run", run)))
                            .append('\n'));
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
            try (MappingIterator<JsonNode> lines = lines(file)) {
                while (lines.hasNextValue()) {
                    JsonNode line = lines.nextValue();
                    Optional<IndexEntry> entry = SummaryJson.entry(line);
                    if (entry.isEmpty() || !line.path("run").isTextual()) {
                        notes.add(name + " does not list tests that passed: it has a line without a run or a test");
                        break;
                    }
                    if (!isOf(run, line)) {
                        break;
                    }
                    entries.add(entry.get());
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
        try (MappingIterator<JsonNode> lines = lines(file)) {
            if (!lines.hasNextValue()) {
                return false;
            }
            JsonNode first = lines.nextValue();
            return first.path("run").isTextual() && !isOf(run, first);
        } catch (IOException e) {
            return false;
        }
    }

    private static MappingIterator<JsonNode> lines(Path file) throws IOException {
        return Json.MAPPER.readerFor(JsonNode.class).readValues(file.toFile());
    }

    private static boolean isOf(String run, JsonNode line) {
        return run.equals(line.path("run").textValue());
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
}
