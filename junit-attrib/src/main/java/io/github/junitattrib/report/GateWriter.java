package io.github.junitattrib.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.gate.GateResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes what release gates say: gate.json for tools, gate.html for people and gate.md for the summary of a CI job.
 *
 * <p>Safe for use by several threads, and by several processes with the same directory: each adds its gate to those of the
 * same run.
 */
public final class GateWriter {

    /** The page for people, below the directory. */
    public static final String PAGE = "gate.html";

    static final String JSON = "gate.json";
    static final String MARKDOWN = "gate.md";

    private final Path directory;
    private final String run;
    private final Optional<Path> testPage;

    /**
     * Makes the writer; nothing is written yet.
     *
     * @param directory where the reports go; made when needed
     * @param runId what all processes of one run have in common
     */
    public GateWriter(Path directory, String runId) {
        this(directory, runId, Optional.empty());
    }

    private GateWriter(Path directory, String runId, Optional<Path> testPage) {
        this.directory = directory;
        this.run = runId;
        this.testPage = testPage;
    }

    /**
     * Leads from the gate to the page of its test, once there is one.
     *
     * @param page where that page is written, if it is
     * @return a changed copy
     */
    public GateWriter withTestPage(Path page) {
        return new GateWriter(directory, run, Optional.of(page));
    }

    /**
     * Adds the gate of a test to those of the run; what the test wrote of the same candidate before is replaced.
     *
     * @param test what tells it from the others
     * @param result what the gate says
     * @throws java.io.UncheckedIOException if a file cannot be written; the message names it
     */
    public void write(String test, GateResult result) {
        add(GateJson.of(test, result));
    }

    /**
     * Says that a gate could not be judged, in the place where its outcome would stand.
     *
     * @param test what tells it from the others
     * @param comparison both models and the corpus, as {@link io.github.junitattrib.gate.ModelComparison} prints them
     * @param reason what went wrong
     * @throws java.io.UncheckedIOException if a file cannot be written; the message names it
     */
    public void writeUnjudged(String test, String comparison, String reason) {
        add(GateJson.unjudged(test, comparison, reason));
    }

    private void add(ObjectNode added) {
        testPage.ifPresent(
                page -> added.put("page", Slashes.in(directory.toAbsolutePath().relativize(page.toAbsolutePath()))));
        ReportFiles.locked(directory.resolve(ReportWriter.LOCK), () -> {
            ArrayNode gates = Json.MAPPER.createArrayNode();
            for (JsonNode before : before()) {
                if (!isSame(before, added)) {
                    gates.add(before);
                }
            }
            gates.add(added);
            ObjectNode all = all(gates);
            ReportFiles.write(directory.resolve(JSON), Json.print(all));
            ReportFiles.write(directory.resolve(MARKDOWN), GateMarkdown.of(gates));
            writePage(all);
        });
    }

    /** Writes the page again: tests end, and have their pages, after their gates are judged. */
    static void refresh(Path directory, String run) {
        GateWriter writer = new GateWriter(directory, run);
        ArrayNode gates = Json.MAPPER.createArrayNode();
        writer.before().forEach(gates::add);
        if (!gates.isEmpty()) {
            writer.writePage(writer.all(gates));
        }
    }

    private void writePage(JsonNode all) {
        ReportFiles.write(
                directory.resolve(PAGE),
                new Templates().gate(GateView.of(all, page -> Files.isRegularFile(directory.resolve(page)))));
    }

    private ObjectNode all(ArrayNode gates) {
        ObjectNode all = Json.MAPPER
                .createObjectNode()
                .put("schema", Json.SCHEMA)
                .put("run", run)
                .put("library", Library.NAME);
        all.set("gates", gates);
        return all;
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.path("test").equals(other.path("test"))
                && one.path("comparison").equals(other.path("comparison"));
    }

    /** Whether a run has written a gate here. */
    static boolean hasGate(Path directory, String run) {
        return !new GateWriter(directory, run).before().isEmpty();
    }

    /** The gates of this run; what another run left, cannot be read, or is no file of ours, has none. */
    private JsonNode before() {
        Path file = directory.resolve(JSON);
        try {
            JsonNode all = Json.MAPPER.readTree(Files.readAllBytes(file));
            return all.path("run").asText().equals(run) ? all.path("gates") : Json.MAPPER.createArrayNode();
        } catch (IOException e) {
            return Json.MAPPER.createArrayNode();
        }
    }
}
