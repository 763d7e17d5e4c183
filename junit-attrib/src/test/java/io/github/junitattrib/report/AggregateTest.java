package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregateTest {

    @TempDir
    private Path directory;

    @Test
    void gathersModulesWithLinksToTheirPages() throws IOException {
        module("module a", TestStatus.PASSED);
        module("b", TestStatus.FAILED);
        Path all = directory.resolve("all");

        assertThat(run(
                        all.toString(),
                        module("module a").toString(),
                        reports("b").toString()))
                .isEqualTo("0 attribution report of 2 modules: " + slashed(all.resolve("index.html")) + "\n");

        Document index = Jsoup.parse(Files.readString(all.resolve("index.html")));
        assertThat(index.select("#tests tbody tr").eachText())
                .containsExactly("✕failed x b: com.acme.T Message.", "✓passed x module a: com.acme.T Message.");
        assertThat(index.select("#tests a").eachAttr("href"))
                .containsExactly(
                        "../b/target/attribution-reports/com.acme.T/x-1.html",
                        "../module%20a/target/attribution-reports/com.acme.T/x-1.html");
        assertThat(index.text()).contains("2 tests passed without a report.");
        Document corpora = Jsoup.parse(Files.readString(all.resolve("corpora.html")));
        assertThat(corpora.select("h2").eachText()).containsExactly("below(0.5)", "below(0.5)");
        assertThat(corpora.select("section p a").eachText())
                .containsExactly("b: com.acme.T.x", "module a: com.acme.T.x");
        JsonNode summary = Json.MAPPER.readTree(all.resolve("summary.json").toFile());
        assertThat(summary.at("/tests").findValuesAsText("module")).containsExactly("b", "module a");
        assertThat(Files.readString(all.resolve("summary.md"))).contains("2 tests with a report: 1 passed, 1 failed");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Files.createDirectories(module("empty"));
        Files.createDirectories(reports("broken"));
        Files.writeString(reports("broken").resolve("summary.json"), "{");

        assertThat(run("all")).startsWith("2 Give the folder to write");
        assertThat(run("all", module("empty").toString())).startsWith("2 There is no summary.json in ");
        assertThat(run("all", module("broken").toString()))
                .contains("is malformed JSON")
                .startsWith("2 ");
        for (String content : List.of(
                "",
                "{}",
                "[]",
                "null",
                "{\"schema\": 1}",
                "{\"run\": \"x\", \"tests\": []}",
                "{\"name\": \"other\"}")) {
            Files.writeString(reports("broken").resolve("summary.json"), content);
            assertThat(run(directory.resolve("all").toString(), module("broken").toString()))
                    .as(content)
                    .startsWith("2 ")
                    .contains("summary.json is no summary of attribution tests: ", "Run the tests of its module again");
        }
        Files.writeString(reports("broken").resolve("summary.json"), "{\"schema\": 2, \"run\": \"x\"}");
        assertThat(run("all", module("broken").toString())).contains("has the schema 2, but this version reads 1");
        Files.writeString(reports("broken").resolve("summary.json"), "{\"schema\": 1, \"run\": \"x\"}");
        assertThat(run("all", module("broken").toString())).contains("has no list \"tests\"");
        assertThat(directory.resolve("all")).doesNotExist();
        assertThat(run("a\0", "b")).startsWith("2 There is an argument that is no path: ");
    }

    @Test
    void notesWhatItLeavesOut() throws IOException {
        module("a", TestStatus.FAILED);
        Path file = reports("a").resolve("summary.json");
        JsonNode summary = Json.MAPPER.readTree(file.toFile());
        ArrayNode tests = (ArrayNode) summary.path("tests");
        tests.add(((ObjectNode) tests.get(0).deepCopy()).put("status", "gone"));
        tests.add(((ObjectNode) tests.get(0).deepCopy()).without("sidecar"));
        ((ArrayNode) summary.path("passed_without_report")).add(1);
        ArrayNode corpora = (ArrayNode) summary.path("corpora");
        ((ObjectNode) corpora.get(0).path("corpus")).remove("counts");
        corpora.addObject();
        Files.writeString(file, Json.print(summary));
        Path all = directory.resolve("all");

        assertThat(run(all.toString(), module("a").toString())).startsWith("0 attribution report of 1 module: ");
        JsonNode gathered = Json.MAPPER.readTree(all.resolve("summary.json").toFile());
        assertThat(gathered.at("/tests")).hasSize(1);
        assertThat(gathered.at("/notes"))
                .extracting(note -> note.asText().replaceFirst("(?s).*summary.json has (.*?)\\. It is.*", "$1"))
                .containsExactly(
                        "a test in \"tests\" with the unknown status \"gone\"",
                        "a test in \"tests\" with no \"sidecar\"",
                        "a test in \"passed_without_report\" with the unknown status \"\"",
                        "a check of many texts without test or numbers in \"corpora\"",
                        "a check of many texts without test or numbers in \"corpora\"");
    }

    @Test
    void refusesToWriteWhereItReads() throws IOException {
        module("a", TestStatus.FAILED);
        String before = Files.readString(reports("a").resolve("summary.json"));

        assertThat(run(reports("a") + "/../attribution-reports", module("a").toString()))
                .startsWith("2 The folder to write, ")
                .contains("whose own index would be lost. Name another folder to write.");
        assertThat(Files.readString(reports("a").resolve("summary.json"))).isEqualTo(before);
    }

    @Test
    void countsAModuleOnceThatIsNamedTwice() throws IOException {
        module("a", TestStatus.FAILED);
        Path all = directory.resolve("all");

        assertThat(run(all.toString(), module("a").toString(), reports("a").toString()))
                .startsWith("0 attribution report of 1 module: ");
        assertThat(Json.MAPPER.readTree(all.resolve("summary.json").toFile()).at("/tests"))
                .hasSize(1);
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int code = Aggregate.run(new PrintStream(printed, true, StandardCharsets.UTF_8), arguments);
        return code + " " + printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private Path module(String name) {
        return directory.resolve(name);
    }

    private Path reports(String name) {
        return module(name).resolve("target/attribution-reports");
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void module(String name, TestStatus status) {
        CorpusRecord corpus =
                new CorpusRecord("gap", new CorpusRecord.Counts(1, 0, 0, 0), List.of(), List.of(), List.of());
        ReportWriter writer = new ReportWriter(reports(name), "run of " + name);
        writer.write(new TestReport(
                new TestCase("com.acme.T", "x", 1, "x"),
                status,
                "Message.",
                List.of(Examples.reporting()),
                List.of(new CheckRecord(
                        0,
                        "k",
                        List.of(),
                        "below(0.5)",
                        Verdict.PASS,
                        "",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.of(corpus)))));
        writer.passed(new TestCase("com.acme.T", "quiet", 1, "quiet"), OptionalDouble.empty());
        writer.writeIndex();
    }
}
