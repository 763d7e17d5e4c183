package io.github.junitattrib.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run before this one came to, from its summary.json.
 *
 * @param run its id
 * @param failing titles of the tests that failed, by name
 */
record Previous(String run, Map<String, String> failing) {

    /** Kept beside the reports, as this run replaces the summary; with the id of the run that is to be compared. */
    private static final String COPY = ".previous-summary.json";

    /**
     * Keeps a summary for all processes of a run, or the reason why there is none. The first process decides: those after it
     * may find the summary of their own run.
     */
    static void keep(Path summary, Path reports, String run) {
        Path copy = reports.resolve(COPY);
        if (kept(copy, run).isPresent()) {
            return;
        }
        ObjectNode kept = Json.MAPPER.createObjectNode().put("run", run);
        try {
            kept.set("summary", summary(summary, run));
        } catch (UnreadableException e) {
            kept.put("problem", e.getMessage());
        }
        ReportFiles.write(copy, Json.print(kept));
    }

    /**
     * Reads what was kept for a run.
     *
     * @throws UnreadableException if there was no summary that could be read
     */
    static Previous read(Path reports, String run) throws UnreadableException {
        Path copy = reports.resolve(COPY);
        JsonNode kept = kept(copy, run).orElseThrow(() -> new UnreadableException("nothing was kept for this run"));
        if (kept.hasNonNull("problem")) {
            throw new UnreadableException(kept.path("problem").asText());
        }
        return of(kept.path("summary"));
    }

    /** What was kept for another run, or is none of ours, is forgotten. */
    private static Optional<JsonNode> kept(Path copy, String run) {
        try {
            return Optional.of(Json.MAPPER.readTree(Files.readAllBytes(copy)))
                    .filter(kept -> run.equals(kept.path("run").textValue()))
                    .filter(kept -> kept.path("summary").isObject()
                            || kept.path("problem").isTextual());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static JsonNode summary(Path file, String run) throws UnreadableException {
        JsonNode summary;
        try {
            summary = Json.MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new UnreadableException(file + " is malformed JSON: " + e.getOriginalMessage());
        } catch (NoSuchFileException e) {
            throw new UnreadableException("there is no file " + file);
        } catch (IOException e) {
            throw new UnreadableException(file + " could not be read: " + e);
        }
        if (!summary.path("run").isTextual() || !summary.path("tests").isArray()) {
            throw new UnreadableException(file + " is no summary.json: it has no \"run\" or no \"tests\"");
        }
        if (summary.path("run").asText().equals(run)) {
            throw new UnreadableException(file + " is the summary of this run");
        }
        return summary;
    }

    private static Previous of(JsonNode summary) {
        Map<String, String> failing = new LinkedHashMap<>();
        for (JsonNode test : summary.path("tests")) {
            boolean failed = TestStatus.ofWord(test.path("status").asText())
                    .filter(TestStatus::isFailure)
                    .isPresent();
            SummaryJson.entry(test)
                    .filter(entry -> failed)
                    .ifPresent(entry -> failing.put(entry.name(), entry.title()));
        }
        return new Previous(summary.path("run").asText(), failing);
    }

    /** There is nothing to compare with; the message says why. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}
