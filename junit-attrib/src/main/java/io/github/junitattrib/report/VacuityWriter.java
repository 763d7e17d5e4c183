package io.github.junitattrib.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes what mutants say of checks: a file for each test, and vacuity.json and vacuity.md for all tests of a run.
 *
 * <p>Safe for use by several threads, and by several processes with the same directory.
 */
public final class VacuityWriter {

    /** The list for people, below the directory. */
    public static final String PAGE = "vacuity.md";

    static final String JSON = "vacuity.json";

    /** Where the files of tests lie, below the directory. */
    static final String FOLDER = "vacuity";

    private final Path directory;
    private final String run;
    private final TestFiles files;

    /**
     * Makes the writer; nothing is written yet.
     *
     * @param directory where the reports go; made when needed
     * @param runId what all processes of one run have in common
     */
    public VacuityWriter(Path directory, String runId) {
        this.directory = directory;
        this.run = runId;
        this.files = new TestFiles(directory.resolve(FOLDER));
    }

    /**
     * Writes the checks of a test; those of an earlier run are replaced.
     *
     * @param test the test
     * @param checks in their order
     * @param notAsked how many others it made
     * @throws UncheckedIOException if the file cannot be written; the message names it
     */
    public void write(TestCase test, List<VacuityRecord> checks, NotAsked notAsked) {
        ReportFiles.write(files.sidecar(test), Json.print(VacuityJson.of(test, checks, notAsked, run)));
    }

    /**
     * Rewrites vacuity.json and vacuity.md from all tests of this run, those of other processes included.
     *
     * @return the totals in words
     * @throws UncheckedIOException if a file cannot be read or written; the message names it
     */
    public String writeIndex() {
        List<String> totals = new ArrayList<>();
        ReportFiles.locked(directory.resolve(ReportWriter.LOCK), () -> {
            VacuityIndex index = VacuityIndex.of(run, tests());
            ReportFiles.write(directory.resolve(JSON), Json.print(VacuityJson.of(index)));
            ReportFiles.write(directory.resolve(PAGE), VacuityMarkdown.of(index));
            totals.add(index.totals());
        });
        return totals.get(0);
    }

    /** The files of this run, in the order of their names. */
    private List<JsonNode> tests() {
        List<JsonNode> tests = new ArrayList<>();
        try {
            for (Path type : inside(directory.resolve(FOLDER), "*")) {
                // Systems leave files of their own among the folders of classes.
                if (!Files.isDirectory(type)) {
                    continue;
                }
                for (Path file : inside(type, "*.json")) {
                    JsonNode test = read(file);
                    if (test.path("run").asText().equals(run)) {
                        tests.add(test);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot list the judgments below " + directory.resolve(FOLDER) + ": " + e
                            + ". See that the folder is readable.",
                    e);
        }
        return tests;
    }

    /** By names alone: a file that another process is writing may have another name by now. */
    private static List<Path> inside(Path folder, String pattern) throws IOException {
        List<Path> inside = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            found.forEach(inside::add);
        }
        Collections.sort(inside);
        return inside;
    }

    /** What cannot be read, or is no file of ours, belongs to no run; another process may replace a file meanwhile. */
    private static JsonNode read(Path file) {
        try {
            return Json.MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            return Json.MAPPER.createObjectNode();
        }
    }
}
