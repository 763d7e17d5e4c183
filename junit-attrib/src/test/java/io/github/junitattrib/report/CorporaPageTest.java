package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Verdict;
import io.github.junitattrib.report.CorpusRecord.Bin;
import io.github.junitattrib.report.CorpusRecord.Counts;
import io.github.junitattrib.report.CorpusRecord.Slice;
import io.github.junitattrib.report.CorpusRecord.Worst;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve texts: six passed, three failed, two nobody can tell of, and one that the requirement does not apply to. */
class CorporaPageTest {

    private static final CorpusRecord RECORD = new CorpusRecord(
            "completeness gap",
            new Counts(6, 3, 2, 1),
            List.of(new Bin(0, 0.01, new Counts(6, 0, 2, 0)), new Bin(0.01, 0.02, new Counts(0, 3, 0, 1))),
            List.of(
                    new Slice("label", "NEGATIVE", new Counts(4, 0, 0, 0)),
                    new Slice("label", "POSITIVE", new Counts(2, 3, 2, 1)),
                    new Slice("tag", "sports", new Counts(0, 0, 0, 1))),
            List.of(new Worst("It was awful", "0.0180", "reviews.jsonl, line 5 (x5)"), new Worst("Bad", "0.0150", "")));

    @TempDir
    private Path directory;

    private Document page;

    @BeforeEach
    void write() throws IOException {
        ReportWriter writer = new ReportWriter(directory, "run");
        writer.write(new TestReport(
                new TestCase("com.acme.CorpusTest", "gapIsSmall", 1, "corpus"),
                TestStatus.FAILED,
                "Expected less.",
                List.of(Examples.reporting()),
                List.of(new CheckRecord(
                        0,
                        "hasQuantileBelow",
                        List.of(),
                        "hasQuantile(0.95).ofCompletenessGap().below(0.01)",
                        Verdict.FAIL,
                        "Expected less.",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.of(RECORD))),
                Map.of(),
                List.of(),
                OptionalDouble.empty()));
        writer.writeIndex();
        page = Jsoup.parse(directory.resolve("corpora.html").toFile());
    }

    @Test
    void saysWhichCheckOfWhichTestItIs() throws IOException {
        assertThat(page.select("h2").text()).isEqualTo("hasQuantile(0.95).ofCompletenessGap().below(0.01)");
        assertThat(page.select("section > p").text()).isEqualTo("\u2715failed com.acme.CorpusTest.gapIsSmall");
        assertThat(page.select("section > p a").attr("href")).isEqualTo("com.acme.CorpusTest/gapIsSmall-1.html");
        Document index = Jsoup.parse(directory.resolve("index.html").toFile());
        assertThat(index.select("td.r").eachText()).containsExactly("12", "54.5 %");
        assertThat(page.getElementById(
                        index.select("a[href^=corpora]").attr("href").replaceFirst(".*#", "")))
                .isNotNull();
    }

    @Test
    void countsAllTextsAndShowsSharesOfThoseThatApply() {
        assertThat(rows("All texts")).containsExactly("all 12 6 3 2 54.5 %");
        assertThat(widths("All texts")).containsExactly("50.00 25.00 16.67");
    }

    @Test
    void slicesHaveARowForEachPart() {
        assertThat(rows("By label")).containsExactly("NEGATIVE 4 4 0 0 100.0 %", "POSITIVE 8 2 3 2 28.6 %");
        assertThat(widths("By label")).containsExactly("100.00 0.00 0.00", "25.00 37.50 25.00");
        assertThat(rows("By tag")).containsExactly("sports 1 0 0 0 \u2013");
    }

    @Test
    void theHistogramIsAsHighAsItsLargestBin() {
        assertThat(rows("Distribution of the completeness gap"))
                .containsExactly("0 to 0.01 8 6 0 2 75.0 %", "0.01 to 0.02 4 0 3 0 0.0 %");
        assertThat(widths("Distribution of the completeness gap"))
                .containsExactly("75.00 0.00 25.00", "0.00 37.50 0.00");
    }

    @Test
    void theWorstTextsHaveTheirPlace() {
        assertThat(rows("Worst texts")).containsExactly("It was awful reviews.jsonl, line 5 (x5) 0.0180", "Bad 0.0150");
        assertThat(table("Worst texts").select("th .soft").eachText()).containsExactly("reviews.jsonl, line 5 (x5)");
    }

    private List<String> rows(String caption) {
        return table(caption).select("tbody tr").eachText();
    }

    /** Passed, failed and unclear of each row, in per cent. */
    private List<String> widths(String caption) {
        return table(caption).select("tbody tr").stream()
                .map(row -> String.join(
                                " ",
                                row.select(".stack .yes, .stack .no, .stack .maybe")
                                        .eachAttr("style"))
                        .replaceAll("width:|%", ""))
                .toList();
    }

    private Element table(String caption) {
        return page.select("table").stream()
                .filter(table -> table.select("caption").text().equals(caption))
                .findFirst()
                .orElseThrow();
    }
}
