package com.acme.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the second of two Maven runs leaves in a folder of reports. */
class TwoRunsIT {

    private static final Path REPORTS = Path.of("target/it/twice/target/attribution-reports");

    @Test
    void theIndexIsOfTheSecondRunAlone() throws IOException {
        JsonNode summary = json("summary.json");
        String run = summary.at("/run").asText();

        assertThat(names(summary.at("/tests")))
                .containsExactly("com.acme.twice.BothTest fails", "com.acme.twice.LaterTest fails");
        assertThat(names(summary.at("/passed_without_report")))
                .containsExactly("com.acme.twice.BothTest passes", "com.acme.twice.LaterTest passes");
        assertThat(summary.at("/notes")).isEmpty();
        assertThat(json("com.acme.twice.LaterTest/fails-1.json").at("/run").asText())
                .isEqualTo(run)
                .isNotBlank();
        assertThat(Files.readString(REPORTS.resolve("index.html"))).contains("run " + run);
    }

    @Test
    void theRunsHaveOtherIdsAndAreCompared() throws IOException {
        JsonNode summary = json("summary.json");

        assertThat(summary.at("/previous/run").asText())
                .isNotBlank()
                .isNotEqualTo(summary.at("/run").asText())
                .isEqualTo(json("com.acme.twice.EarlierTest/fails-1.json")
                        .at("/run")
                        .asText());
        assertThat(summary.at("/tests").findValuesAsText("change")).containsExactly("still failing", "new failure");
        assertThat(summary.at("/previous/failed_before_and_not_run"))
                .extracting(JsonNode::asText)
                .containsExactly("com.acme.twice.EarlierTest.fails");
    }

    private static JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(REPORTS.resolve(file).toFile());
    }

    private static List<String> names(JsonNode tests) {
        List<String> names = new ArrayList<>();
        tests.forEach(test ->
                names.add(test.at("/class").asText() + " " + test.at("/method").asText()));
        return names;
    }
}
