package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an index says of the run before. */
class TrendTest {

    @TempDir
    private Path directory;

    @Test
    void marksNewFailuresWhatStillFailsAndWhatIsFixed() throws IOException {
        ReportWriter before = writer("before");
        write(before, "again", TestStatus.FAILED);
        write(before, "repaired", TestStatus.ERROR);
        write(before, "quietlyRepaired", TestStatus.INCONCLUSIVE);
        write(before, "givenUp", TestStatus.FAILED);
        write(before, "gone", TestStatus.FAILED);
        write(before, "broke", TestStatus.PASSED);
        before.writeIndex();
        Files.delete(directory.resolve("com.acme.T/quietlyRepaired-1.json"));

        ReportWriter now = writer("now");
        write(now, "again", TestStatus.INCONCLUSIVE);
        write(now, "repaired", TestStatus.PASSED);
        now.passed(test("quietlyRepaired"), OptionalDouble.empty());
        write(now, "givenUp", TestStatus.ABORTED);
        write(now, "broke", TestStatus.FAILED);
        write(now, "fresh", TestStatus.FAILED);
        now.passed(test("fine"), OptionalDouble.empty());
        now.writeIndex();

        JsonNode summary = summary();
        assertThat(summary.at("/previous")).isEqualTo(Json.MAPPER.readTree("""
                {"run": "before", "new_failures": 2, "still_failing": 1, "fixed": 2,
                 "failed_before_and_not_run": ["com.acme.T.gone"]}
                """));
        assertThat(summary.at("/tests"))
                .extracting(one ->
                        one.at("/method").asText() + " " + one.at("/change").asText())
                .containsExactlyInAnyOrder(
                        "again still failing",
                        "repaired fixed",
                        "givenUp null",
                        "broke new failure",
                        "fresh new failure");
        Document page = Jsoup.parse(Files.readString(directory.resolve("index.html")));
        assertThat(page.select("#since li").eachText())
                .containsExactly(
                        "2 new failures",
                        "1 still failing",
                        "2 fixed",
                        "1 failed and did not run",
                        "com.acme.T.quietlyRepaired",
                        "com.acme.T.gone");
        assertThat(page.select("tr[data-change='new failure'] a").eachText()).containsExactly("broke", "fresh");
        assertThat(page.select("body").text()).contains("2 tests passed without a report.");
        assertThat(Files.readString(directory.resolve("summary.md")))
                .contains("Since run before: 2 new failures, 1 still failing, 2 fixed, 1 that failed did not run.")
                .contains("| ✕ failed (new failure) | T.broke |")
                .contains("; 2 passed without one.");
    }

    /** The first process replaces the summary that the second is to compare with. */
    @Test
    void allProcessesOfARunCompareWithTheRunBefore() throws IOException {
        ReportWriter before = writer("before");
        write(before, "broken", TestStatus.FAILED);
        before.writeIndex();
        ReportWriter one = writer("now");
        write(one, "broken", TestStatus.FAILED);
        one.writeIndex();
        ReportWriter other = writer("now");
        write(other, "other", TestStatus.FAILED);
        other.writeIndex();

        assertThat(summary().at("/previous/run").asText()).isEqualTo("before");
        assertThat(summary().at("/previous/still_failing").asInt()).isEqualTo(1);
        assertThat(summary().at("/previous/new_failures").asInt()).isEqualTo(1);
    }

    @Test
    void aSummaryThatIsNotThereOrNoneIsNoted() throws IOException {
        ReportWriter first = writer("first");
        write(first, "x", TestStatus.FAILED);
        first.writeIndex();
        String good = Files.readString(directory.resolve("summary.json"));
        assertThat(summary().at("/previous").isNull()).isTrue();
        assertThat(summary().at("/notes/0").asText())
                .startsWith("There is nothing to compare with (attrib.report.previous): there is no file ");

        for (String content : new String[] {"{", "[]", "{\"run\": \"x\"}", "null", ""}) {
            Files.writeString(directory.resolve("summary.json"), good);
            writer("compared with the first and " + content).writeIndex();
            Files.writeString(directory.resolve("summary.json"), content);
            writer("not compared with the first and " + content).writeIndex();
            assertThat(summary().at("/previous").isNull()).as(content).isTrue();
            assertThat(summary().at("/notes/0").asText()).as(content).contains("summary.json");
        }
    }

    /** A run that is killed has no summary, and the one that it was to be compared with is not that of the run before. */
    @Test
    void aRunThatWasKilledIsNotSkipped() throws IOException {
        ReportWriter before = writer("before");
        write(before, "broken", TestStatus.FAILED);
        before.writeIndex();
        write(writer("killed"), "broken", TestStatus.FAILED);
        writer("now").writeIndex();

        assertThat(summary().at("/previous").isNull()).isTrue();
        assertThat(summary().at("/notes/0").asText()).contains("there is no file ");
    }

    @Test
    void passedTestsOfOtherRunsAreForgotten() throws IOException {
        ReportWriter before = writer("before");
        before.passed(test("old"), OptionalDouble.empty());
        before.writeIndex();
        ReportWriter now = writer("now");
        now.passed(test("mine"), OptionalDouble.of(0.5));
        now.writeIndex();
        ReportWriter fork = writer("now");
        fork.passed(test("other"), OptionalDouble.empty());
        fork.writeIndex();

        assertThat(summary().at("/passed_without_report").findValuesAsText("method"))
                .containsExactly("mine", "other");
        assertThat(summary().at("/passed_without_report/0/seconds").asDouble()).isEqualTo(0.5);
        assertThat(summary().at("/totals/passed_without_report").asInt()).isEqualTo(2);
        assertThat(directory.resolve(".passed")).isDirectoryNotContaining(file -> contains(file, "\"old\""));
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ReportWriter writer(String run) {
        return new ReportWriter(
                directory,
                run,
                new ReportOptions(Optional.of(directory.resolve("summary.json")), false, Optional.empty()));
    }

    private static TestCase test(String method) {
        return new TestCase("com.acme.T", method, 1, method);
    }

    private static void write(ReportWriter writer, String method, TestStatus status) {
        writer.write(Examples.report(test(method), status, status == TestStatus.PASSED ? "" : "Message."));
    }

    private JsonNode summary() throws IOException {
        return Json.MAPPER.readTree(Files.readString(directory.resolve("summary.json")));
    }
}
