package io.github.junitattrib.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Deletes what other runs have left for the whole folder, so that it never stands for this one: a run that is killed writes no
 * index, and one without a gate no gate. The pages of tests stay, as each index leads to its own alone.
 *
 * @param directory where the reports are
 * @param run id of this run
 */
record EarlierRuns(Path directory, String run) {

    private static final String SUMMARY = "summary.json";
    private static final List<String> INDEX =
            List.of("index.html", SUMMARY, "summary.md", CorporaView.FILE, "junit.xml");
    private static final List<String> GATE = List.of(GateWriter.JSON, GateWriter.MARKDOWN, GateWriter.PAGE);
    private static final List<String> VACUITY = List.of(VacuityWriter.JSON, VacuityWriter.PAGE);

    /** Deletes the files of other runs; what tells no run is of another. */
    void clear() {
        clear(SUMMARY, INDEX);
        clear(GateWriter.JSON, GATE);
        clear(VacuityWriter.JSON, VACUITY);
    }

    private void clear(String telling, List<String> files) {
        if (runOf(directory.resolve(telling)).filter(run::equals).isEmpty()) {
            files.stream()
                    .map(directory::resolve)
                    .filter(file -> !Files.isDirectory(file))
                    .forEach(ReportFiles::delete);
        }
    }

    private static Optional<String> runOf(Path file) {
        try {
            JsonNode content = Json.MAPPER.readTree(Files.readAllBytes(file));
            return Optional.ofNullable(content.path("run").textValue());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
