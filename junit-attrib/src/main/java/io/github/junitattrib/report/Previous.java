package io.github.junitattrib.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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

    /** Kept beside the reports: the next process of this run may find the summary replaced by that of its own run. */
    private static final String COPY = ".previous-summary.json";

    /**
     * Reads a summary; where it is that of the same run, the one that stood there before.
     *
     * @throws UnreadableException if there is no summary that can be read
     */
    static Previous read(Path summary, Path reports, String run) throws UnreadableException {
        Path copy = reports.resolve(COPY);
        byte[] bytes = bytes(summary);
        Optional<Previous> previous = parse(summary, bytes, run);
        if (previous.isPresent()) {
            ReportFiles.write(copy, bytes);
            return previous.get();
        }
        return parse(copy, bytes(copy), run)
                .orElseThrow(() -> new UnreadableException(summary + " is the summary of this run"));
    }

    private static byte[] bytes(Path file) throws UnreadableException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnreadableException("there is no file " + file);
        } catch (IOException e) {
            throw new UnreadableException(file + " could not be read: " + e);
        }
    }

    private static Optional<Previous> parse(Path file, byte[] bytes, String run) throws UnreadableException {
        JsonNode summary;
        try {
            summary = Json.MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new UnreadableException(file + " is malformed JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnreadableException(file + " could not be read: " + e);
        }
        if (!summary.path("run").isTextual() || !summary.path("tests").isArray()) {
            throw new UnreadableException(file + " is no summary.json: it has no \"run\" or no \"tests\"");
        }
        if (summary.path("run").asText().equals(run)) {
            return Optional.empty();
        }
        Map<String, String> failing = new LinkedHashMap<>();
        for (JsonNode test : summary.path("tests")) {
            boolean failed = TestStatus.ofWord(test.path("status").asText())
                    .filter(TestStatus::isFailure)
                    .isPresent();
            SummaryJson.entry(test)
                    .filter(entry -> failed)
                    .ifPresent(entry -> failing.put(entry.name(), entry.title()));
        }
        return Optional.of(new Previous(summary.path("run").asText(), failing));
    }

    /** There is nothing to compare with; the message says why. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}
