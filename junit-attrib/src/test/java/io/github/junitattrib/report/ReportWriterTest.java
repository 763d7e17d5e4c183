package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {

    @TempDir
    private Path directory;

    @Test
    void indexListsFailuresFirstThenByNameWithRelativeLinksThatWork() throws IOException {
        ReportWriter writer = new ReportWriter(directory, "run");
        write(writer, "z", TestStatus.PASSED, "");
        write(writer, "a", TestStatus.PASSED, "");
        write(writer, "m", TestStatus.ERROR, "No model.");
        write(writer, "x", TestStatus.FAILED, "\nExpected <b>.\nDetails.");
        writer.writeIndex();

        Document index = page("index.html");
        assertThat(index.select("tbody tr").eachText())
                .containsExactly(
                        "✕failed x com.acme.T Expected <b>.",
                        "!error m com.acme.T No model.",
                        "✓passed a com.acme.T",
                        "✓passed z com.acme.T");
        assertThat(index.select("a").eachAttr("href"))
                .hasSize(4)
                .allSatisfy(link -> assertThat(directory.resolve(link)).isRegularFile());
        assertThat(index.select(".totals li").eachText()).containsExactly("✓2 passed", "✕1 failed", "!1 error");
        assertThat(page("com.acme.T/x-1.html").select(".nav a").attr("href")).isEqualTo("../index.html");
    }

    @Test
    void indexHoldsItsOwnRunOnlyAndThatOfOtherProcesses() throws IOException {
        write(new ReportWriter(directory, "yesterday"), "old", TestStatus.FAILED, "Old.");
        write(new ReportWriter(directory, "today"), "other", TestStatus.PASSED, "");
        ReportWriter writer = new ReportWriter(directory, "today");
        write(writer, "mine", TestStatus.PASSED, "");
        writer.writeIndex();

        assertThat(summary().at("/tests").findValuesAsText("method")).containsExactly("mine", "other");
        assertThat(summary().at("/notes")).isEmpty();
    }

    @Test
    void indexOfAnEarlierRunGoesWhenTheFirstTestOfTheNextEnds() throws IOException {
        List<String> index = List.of("index.html", "summary.json", "summary.md", "junit.xml");
        for (boolean passes : new boolean[] {true, false}) {
            ReportWriter yesterday = new ReportWriter(
                    directory, "yesterday", new ReportOptions(Optional.empty(), true, Optional.empty()));
            write(yesterday, "old", TestStatus.PASSED, "");
            yesterday.writeIndex();
            assertThat(index)
                    .allSatisfy(file -> assertThat(directory.resolve(file)).exists());

            ReportWriter killed = new ReportWriter(directory, "today" + passes);
            if (passes) {
                killed.passed(new TestCase("com.acme.T", "mine", 1, "mine"), OptionalDouble.empty());
            } else {
                write(killed, "mine", TestStatus.FAILED, "Message.");
            }
            assertThat(index)
                    .allSatisfy(file -> assertThat(directory.resolve(file)).doesNotExist());
            assertThat(directory.resolve("com.acme.T/old-1.html")).exists();
        }
    }

    @Test
    void indexStaysWhenAnotherForkOfItsRunBegins() {
        ReportWriter first = new ReportWriter(directory, "run");
        write(first, "mine", TestStatus.PASSED, "");
        first.writeIndex();
        write(new ReportWriter(directory, "run"), "other", TestStatus.PASSED, "");

        assertThat(directory.resolve("index.html")).exists();
    }

    @Test
    void pageOfCorporaGoesWithTheRunThatHadSome() throws IOException {
        Files.writeString(directory.resolve("corpora.html"), "old");
        new ReportWriter(directory, "run").writeIndex();

        assertThat(directory.resolve("corpora.html")).doesNotExist();
    }

    @Test
    void indexNotesBrokenAndForeignFilesInsteadOfFailing() throws IOException {
        ReportWriter writer = new ReportWriter(directory, "run");
        write(writer, "mine", TestStatus.PASSED, "");
        Files.writeString(directory.resolve("com.acme.T/broken-1.json"), "{\"schema\": 1, \"run\": ");
        Files.writeString(directory.resolve("com.acme.T/foreign.json"), "[1, 2]");
        Files.writeString(directory.resolve("com.acme.T/null.json"), "null");
        Files.writeString(directory.resolve("com.acme.T/other.json"), "{\"name\": \"<x>\"}");
        Files.createDirectories(directory.resolve("received"));
        Files.writeString(directory.resolve("received/approved.json"), "{}");
        writer.writeIndex();

        assertThat(summary().at("/tests")).hasSize(1);
        assertThat(page("index.html").select("li").eachText())
                .filteredOn(text -> text.contains(".json"))
                .satisfiesExactly(
                        note -> assertThat(note).startsWith("com.acme.T/broken-1.json is not the sidecar"),
                        note -> assertThat(note).startsWith("com.acme.T/foreign.json is not the sidecar"),
                        note -> assertThat(note).startsWith("com.acme.T/null.json is not the sidecar"),
                        note -> assertThat(note).contains("it has no \"schema\" or no \"run\""));
    }

    @Test
    void badNeighboursAreNotedAndNeverLoseTheIndex() throws IOException {
        ReportWriter writer = new ReportWriter(directory, "run");
        write(writer, "mine", TestStatus.FAILED, "Message.");
        writer.passed(new TestCase("com.acme.T", "quiet", 1, "quiet"), OptionalDouble.empty());
        writer.writeIndex();
        String sidecar = Files.readString(directory.resolve("com.acme.T/mine-1.json"));
        Files.writeString(
                directory.resolve("com.acme.T/a.json"),
                sidecar.replaceFirst("(?s)\"assertions\" : \\[.*?\\]", "\"assertions\" : [null]"));
        Files.writeString(
                directory.resolve("com.acme.T/b.json"),
                sidecar.replaceFirst(
                        "(?s)\"assertions\" : \\[.*?\\]",
                        "\"assertions\" : [{\"corpus\": {\"number\": \"\", \"histogram\": [], \"slices\": [], \"worst\": []}}]"));
        Path ledgers = directory.resolve(".passed");
        Files.write(
                ledgers.resolve("latin.jsonl"), "{\"className\": \"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(ledgers.resolve("null.jsonl"), "null");
        Files.createDirectories(ledgers.resolve("folder.jsonl/inner"));
        Files.createDirectories(directory.resolve("gate.json"));
        writer.writeIndex();

        assertThat(summary().at("/tests").findValuesAsText("method")).containsExactly("mine");
        assertThat(summary().at("/passed_without_report").findValuesAsText("method"))
                .containsExactly("quiet");
        assertThat(summary().at("/notes"))
                .extracting(JsonNode::asText)
                .satisfiesExactly(
                        note -> assertThat(note)
                                .startsWith("com.acme.T/a.json is not")
                                .contains("is no object"),
                        note -> assertThat(note)
                                .startsWith("com.acme.T/b.json is not")
                                .contains("counts"),
                        note -> assertThat(note).startsWith(".passed/folder.jsonl could not be read"),
                        note -> assertThat(note)
                                .startsWith(".passed/latin.jsonl does not list")
                                .contains("UTF-8"),
                        note -> assertThat(note).startsWith(".passed/null.jsonl does not list"));
    }

    @Test
    void ledgersOfOtherRunsAreReadNoFurtherThanTheirRun() throws IOException {
        ReportWriter before = new ReportWriter(directory, "before");
        before.passed(new TestCase("com.acme.T", "old", 1, "old"), OptionalDouble.empty());
        before.writeIndex();
        try (Stream<Path> ledgers = Files.list(directory.resolve(".passed"))) {
            Path ledger = ledgers.findFirst().orElseThrow();
            Files.writeString(ledger, Files.readString(ledger) + "no line");
        }
        new ReportWriter(directory, "now").writeIndex();

        assertThat(summary().at("/notes")).isEmpty();
        assertThat(directory.resolve(".passed")).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // where links are a privilege
    void linksAreFollowed() throws IOException {
        Path real = Files.createDirectories(directory.resolve("real"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        Path type = Files.createDirectories(directory.resolve("elsewhere"));
        Files.createSymbolicLink(real.resolve("com.acme.T"), type);
        Files.createSymbolicLink(type.resolve("around.json"), real);
        ReportWriter writer = new ReportWriter(link, "run");
        write(writer, "x", TestStatus.FAILED, "Message.");
        writer.writeIndex();

        JsonNode summary = Json.MAPPER.readTree(real.resolve("summary.json").toFile());
        assertThat(summary.at("/tests").findValuesAsText("sidecar")).containsExactly("com.acme.T/x-1.json");
        assertThat(summary.at("/notes")).isEmpty();
    }

    @Test
    void indexIsWholeWhenThreadsWriteItAtTheSameTime() throws Exception {
        int threads = 6;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            String method = "m" + i;
            done.add(pool.submit(() -> {
                ReportWriter writer = new ReportWriter(directory, "run");
                write(writer, method, TestStatus.FAILED, "Message.");
                writer.writeIndex();
            }));
        }
        for (Future<?> future : done) {
            future.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();

        assertThat(summary().at("/tests")).hasSize(threads);
        assertThat(page("index.html").select("tbody tr")).hasSize(threads);
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    @Test
    void indexIsReadWhileOtherForksWrite() throws Exception {
        ReportWriter writer = new ReportWriter(directory, "run");
        write(writer, "done", TestStatus.PASSED, "");
        ExecutorService fork = Executors.newSingleThreadExecutor();
        AtomicBoolean over = new AtomicBoolean();
        Future<?> writing = fork.submit(() -> {
            while (!over.get()) {
                ReportFiles.write(directory.resolve("com.acme.T/page.html"), "<p>A page.</p>");
            }
        });
        for (int i = 0; i < 500; i++) {
            assertThat(RunIndex.read(directory, "run").entries()).hasSize(1);
        }
        over.set(true);
        writing.get(60, TimeUnit.SECONDS);
        fork.shutdown();
    }

    @Test
    void aRerunReplacesTheReportOfItsTest() throws IOException {
        ReportWriter writer = new ReportWriter(directory, "run");
        write(writer, "flaky", TestStatus.FAILED, "Message.");
        write(writer, "flaky", TestStatus.PASSED, "");
        writer.writeIndex();

        assertThat(summary().at("/tests").findValuesAsText("status")).containsExactly("passed");
        assertThat(summary().at("/totals/tests").asInt()).isEqualTo(1);
    }

    @Test
    void summaryForContinuousIntegrationEscapesMarkup() throws IOException {
        ReportWriter writer = new ReportWriter(directory, "run");
        write(writer, "x", TestStatus.FAILED, "Expected \"a|b\" <img src=x> `c` @me.\nDetails.");
        write(writer, "y", TestStatus.PASSED, "");
        writer.writeIndex();

        assertThat(Files.readString(directory.resolve("summary.md"))).isEqualTo("""
                ## Attribution tests

                2 tests with a report: 1 passed, 1 failed.

                | Status | Test | Message |
                | --- | --- | --- |
                | ✕ failed | T.x | Expected "a&#124;b" &#60;img src=x&#62; &#96;c&#96; &#64;me. |
                """);
    }

    @Test
    void aHeadlineWithoutEndIsCutInAllLists() throws IOException {
        String endless = "Expected " + "x".repeat(2_000_000);
        ReportWriter writer = new ReportWriter(directory, "run");
        write(writer, "a", TestStatus.FAILED, endless + "\nDetails.");
        write(writer, "b", TestStatus.FAILED, "Short.");
        writer.writeIndex();

        String cut = endless.substring(0, 1000) + "\u2026";
        assertThat(Files.readString(directory.resolve("summary.md")))
                .contains("| T.a | " + cut + " |", "| T.b | Short. |")
                .doesNotContain("did not fit");
        assertThat(page("index.html").select("#tests td[dir]").eachText()).containsExactly(cut, "Short.");
        assertThat(summary().at("/tests/0/message").asText()).isEqualTo(cut);
        Document page = page("com.acme.T/a-1.html");
        assertThat(page.select(".verdict > p").text()).isEqualTo(cut);
        assertThat(page.select(".verdict pre").text()).as("the whole message").startsWith(endless.substring(0, 5000));
    }

    @Test
    void packagesHaveTotalsWithTheTestsThatHaveNoPageAndThoseThatFailComeFirst() throws IOException {
        ReportWriter writer = new ReportWriter(directory, "run");
        writer.passed(new TestCase("com.acme.calm.A", "one", 1, "one"), OptionalDouble.empty());
        writer.passed(new TestCase("com.acme.calm.A", "two", 1, "two"), OptionalDouble.empty());
        writer.passed(new TestCase("Bare", "three", 1, "three"), OptionalDouble.empty());
        writer.passed(new TestCase("com.acme.worse.B", "four", 1, "four"), OptionalDouble.empty());
        for (String method : List.of("five", "six")) {
            writer.write(Examples.report(
                    new TestCase("com.acme.worse.B", method, 1, method),
                    TestStatus.FAILED,
                    "No.",
                    Examples.reporting()));
        }
        writer.writeIndex();

        assertThat(page("index.html").select("#packages tbody tr").eachText())
                .containsExactly(
                        "com.acme.worse \u27131 passed \u27152 failed",
                        "(no package) \u27131 passed",
                        "com.acme.calm \u27132 passed");
    }

    @Test
    void anEmptyRunHasAnIndexToo() throws IOException {
        new ReportWriter(directory, "run").writeIndex();

        assertThat(page("index.html").text()).contains("No test of this run has a report.");
        assertThat(summary().at("/totals/tests").asInt()).isZero();
    }

    @Test
    void saysWhichFileCannotBeWrittenAndWhatToDo() throws IOException {
        Path file = Files.writeString(directory.resolve("taken"), "");
        ReportWriter writer = new ReportWriter(file, "run");

        assertThatThrownBy(() -> write(writer, "x", TestStatus.FAILED, "Message."))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Cannot write the report file")
                .hasMessageContaining("x-1.html")
                .hasMessageContaining("attrib.report.dir");
    }

    private static void write(ReportWriter writer, String method, TestStatus status, String message) {
        TestCase test = new TestCase("com.acme.T", method, 1, method);
        writer.write(Examples.report(test, status, message, Examples.reporting()));
    }

    private Document page(String file) throws IOException {
        return Jsoup.parse(Files.readString(directory.resolve(file)));
    }

    private JsonNode summary() throws IOException {
        return Json.MAPPER.readTree(Files.readString(directory.resolve("summary.json")));
    }
}
