package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VacuityWriterTest {

    @TempDir
    private Path directory;

    private VacuityWriter writer;

    @BeforeEach
    void open() {
        writer = new VacuityWriter(directory, "run");
    }

    private static TestCase test(String method, int invocation) {
        return new TestCase("com.acme.ReviewTest", method, invocation, method + invocation);
    }

    private static VacuityRecord record(String kind, String strength, String reason, int survivors) {
        return new VacuityRecord(
                kind,
                List.of("a|b"),
                kind + "(\"a$b\")",
                "reviews",
                strength,
                reason,
                survivors,
                8,
                OptionalDouble.of(0.5),
                List.of(
                        new VacuityRecord.Mutant("weights 1", "killed", ""),
                        new VacuityRecord.Mutant("labels 1", "error", "Gone.")));
    }

    private String page() throws IOException {
        return Files.readString(directory.resolve("vacuity.md"));
    }

    @Test
    void listsWhatNeedsALookFirst() throws IOException {
        writer.write(
                test("one", 1),
                List.of(record("weak", "strong", "", 5), record("sharp", "strong", "", 1)),
                NotAsked.NONE);
        writer.write(test("two", 2), List.of(record("none", "not judged", "it is ready", 0)), NotAsked.NONE);
        writer.write(test("two", 1), List.of(record("any", "vacuous", "", 8)), NotAsked.NONE);

        assertThat(writer.writeIndex()).isEqualTo("1 of 4 checks is vacuous, 1 not judged");
        assertThat(page().lines().filter(line -> line.startsWith("| ")).skip(2))
                .containsExactly(
                        "| vacuous | `any(\"a$b\")` | `ReviewTest.two` | 8 of 8 | 4.0 | error: labels 1; killed: weights 1 |",
                        "| not judged | `none(\"a$b\")` | `ReviewTest.two (2)` | 0 of 8 | 4.0 | it is ready |",
                        "| strong | `weak(\"a$b\")` | `ReviewTest.one` | 5 of 8 | 4.0 | error: labels 1; killed: weights 1 |",
                        "| strong | `sharp(\"a$b\")` | `ReviewTest.one` | 1 of 8 | 4.0 | error: labels 1; killed: weights 1 |");
    }

    /** What would end the code or the cell is written by entities, which are no code. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"a$b_c*d<e>@f ! `has(a$b_c*d<e>@f)`", "a|b ! has(a&#124;b)", "a`b ! has(a&#96;b)"})
    void showsCallsAsCodeWhereMarkdownCan(String argument, String cell) throws IOException {
        VacuityRecord record = new VacuityRecord(
                "has",
                List.of(),
                "has(" + argument + ")",
                "reviews",
                "vacuous",
                "",
                8,
                8,
                OptionalDouble.of(1),
                List.of());
        writer.write(test("one", 1), List.of(record), NotAsked.NONE);
        writer.writeIndex();
        assertThat(page()).contains("| vacuous | " + cell + " | `ReviewTest.one` |");
    }

    @Test
    void countsWhatNoMutantIsAskedAbout() throws IOException {
        writer.write(test("one", 1), List.of(), new NotAsked(2, 0));
        writer.write(test("two", 1), List.of(record("any", "vacuous", "", 8)), new NotAsked(1, 0));
        writer.write(test("three", 1), List.of(), new NotAsked(0, 1));
        writer.writeIndex();

        assertThat(page()).startsWith("""
                        ## Vacuous checks

                        1 of 1 checks is vacuous, 0 not judged.

                        Not asked of mutants: 3 checks about the method, which says nothing of what the model learnt; \
                        1 check of tests that did not pass.
                        """);
        assertThat(Json.MAPPER
                        .readTree(directory.resolve("vacuity.json").toFile())
                        .path("not_asked")
                        .toString())
                .isEqualTo("{\"about_method\":3,\"of_unpassed_tests\":1}");
    }

    @Test
    void keepsEverythingForPrograms() throws IOException {
        writer.write(test("one", 1), List.of(record("any", "vacuous", "", 8)), NotAsked.NONE);
        writer.writeIndex();

        JsonNode index = Json.MAPPER.readTree(directory.resolve("vacuity.json").toFile());
        assertThat(index.path("run").asText()).isEqualTo("run");
        assertThat(index.at("/totals").toString())
                .isEqualTo("{\"checks\":1,\"vacuous\":1,\"strong\":0,\"not_judged\":0}");
        assertThat(index.at("/tests/0/test").toString())
                .isEqualTo("{\"class\":\"com.acme.ReviewTest\",\"method\":\"one\",\"invocation\":1,\"variant\":null}");
        assertThat(index.at("/tests/0/checks/0").toString())
                .isEqualTo(
                        "{\"kind\":\"any\",\"arguments\":[\"a|b\"],\"call\":\"any(\\\"a$b\\\")\",\"model\":\"reviews\",\"strength\":\"vacuous\","
                                + "\"reason\":null,\"survivors\":8,\"counted\":8,\"chance\":0.5,\"mutants\":["
                                + "{\"name\":\"weights 1\",\"reaction\":\"killed\",\"note\":null},"
                                + "{\"name\":\"labels 1\",\"reaction\":\"error\",\"note\":\"Gone.\"}]}");
    }

    @Test
    void gathersTheTestsOfAllProcessesOfItsRun() {
        writer.write(test("one", 1), List.of(record("any", "vacuous", "", 8)), NotAsked.NONE);
        new VacuityWriter(directory, "run")
                .write(test("two", 1), List.of(record("any", "vacuous", "", 8)), NotAsked.NONE);
        new VacuityWriter(directory, "earlier")
                .write(test("three", 1), List.of(record("any", "vacuous", "", 8)), NotAsked.NONE);

        assertThat(writer.writeIndex()).isEqualTo("2 of 2 checks are vacuous, 0 not judged");
    }

    @Test
    void replacesATestThatRunsAgainAndPassesOverOtherFiles() throws IOException {
        writer.write(test("one", 1), List.of(record("any", "vacuous", "", 8)), NotAsked.NONE);
        writer.write(test("one", 1), List.of(record("any", "strong", "", 0)), NotAsked.NONE);
        Files.writeString(directory.resolve("vacuity/com.acme.ReviewTest/notes.json"), "{");

        assertThat(writer.writeIndex()).isEqualTo("0 of 1 checks are vacuous, 0 not judged");
    }

    @Test
    void isNotTakenForReportsOfTests() throws IOException {
        writer.write(test("one", 1), List.of(record("any", "vacuous", "", 8)), NotAsked.NONE);
        new ReportWriter(directory, "run").writeIndex();

        assertThat(Files.readString(directory.resolve("summary.json"))).contains("\"notes\" : [ ]");
    }

    @Test
    void filesOfOthersAmongTheJudgmentsAreSkipped() throws IOException {
        writer.write(test("one", 1), List.of(record("sharp", "strong", "", 1)), NotAsked.NONE);
        Files.writeString(directory.resolve("vacuity/.DS_Store"), "");
        Files.createDirectories(directory.resolve("vacuity/com.acme.ReviewTest/folder.json"));

        assertThat(writer.writeIndex()).startsWith("0 of 1 checks are vacuous");
    }
}
