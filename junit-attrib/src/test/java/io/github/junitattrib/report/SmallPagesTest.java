package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A page stays below 200 KiB, and says what it leaves out and where that is. */
class SmallPagesTest {

    private static final int LIMIT = 200 * 1024;

    private final Random random = new Random(1);

    @Test
    void aTextOfFiveThousandWordsShowsItsStrongestStretchesAndTheMarkedOnes() {
        Attribution attribution = text(5000, 10_000);
        Span quiet = attribution.words().get(2500).span();
        CheckRecord check = new CheckRecord(0, "ignores", List.of(), "ignores(..)", Verdict.PASS, "", List.of(quiet));

        Document page =
                page(new TestReport(Examples.TEST, TestStatus.PASSED, "", List.of(attribution), List.of(check)));

        assertThat(page.select(".text [data-m]").text()).isEqualTo(quiet.of(attribution.text()));
        assertThat(page.select(".words .num").eachText()).containsExactly("1");
        String strongest = attribution.ranking().get(0).text();
        assertThat(page.select(".text span.p4").eachText()).contains(strongest);
        assertThat(page.select(".words tbody tr").eachText().get(0)).startsWith("1 " + strongest);
        int shown = page.select(".text span[title]").size();
        int gaps = page.select(".text .cut").eachText().stream()
                .mapToInt(gap -> Integer.parseInt(gap.replaceAll("\\D", "")))
                .sum();
        assertThat(shown).isBetween(300, 4000);
        assertThat(shown + gaps).isEqualTo(5000);
        assertThat(page.select(".card > .rest").text())
                .isEqualTo(gaps + " more words are left out here. All numbers are in the JSON sidecar.");
        int rows = page.select(".words tbody tr").size();
        assertThat(page.select(".scroll:has(.words) + .rest").text())
                .isEqualTo((5002 - rows)
                        + " more rows of smaller scores are left out here. All numbers are in the JSON sidecar.");
        assertThat(page.select(".rest a").eachAttr("href")).containsOnly("t-1.json");
    }

    @Test
    void twoThousandFailingTextsShowSomeOfThoseThatFailed() {
        List<Attribution> attributions = new ArrayList<>();
        List<CheckRecord> checks = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            attributions.add(text(60, i % 3 == 0 ? 5 : 10_000));
            Verdict verdict = i < 100 ? Verdict.PASS : Verdict.FAIL;
            checks.add(new CheckRecord(
                    i, "hasTopToken", List.of("\"x\""), "hasTopToken(\"x\")", verdict, "Expected.", List.of()));
        }
        String message = "Expected all.\n" + "a line of a message\n".repeat(100_000);

        Document page = page(new TestReport(Examples.TEST, TestStatus.FAILED, message, attributions, checks));

        assertThat(page.select("h2").eachText()).contains("101. What speaks for POSITIVE");
        assertThat(page.select(".checks .badge").eachText()).containsOnly("\u2715failed");
        int sections = page.select("h2:contains(What speaks for)").size();
        assertThat(sections).isGreaterThanOrEqualTo(4);
        assertThat(page.select(".rest").eachText())
                .contains((2000 - sections)
                        + " more attributions are left out here. All numbers are in the JSON sidecar.")
                .contains((2000 - page.select(".checks tbody tr").size())
                        + " more checks are left out here. All numbers are in the JSON sidecar.");
    }

    @Test
    void wordsAndNamesWithoutEndAreCut() {
        String endless = "x".repeat(100_000) + "<&\"".repeat(2000);
        CheckRecord check = new CheckRecord(
                0, endless, List.of(endless), endless, Verdict.FAIL, endless, List.of(new Span(0, endless.length())));
        ScoreMatrix matrix =
                new ScoreMatrix(endless, endless, endless, List.of(endless), List.of(endless), List.of(List.of(1.0)));

        Document page = page(new TestReport(
                new TestCase(endless, endless, List.of(1), Optional.of(endless), endless),
                TestStatus.FAILED,
                endless,
                Collections.nCopies(3, Examples.attribution(endless, 1, 2)),
                Collections.nCopies(30, check),
                Map.of(endless, new CaseNote(Optional.of(endless), endless)),
                List.of(matrix),
                OptionalDouble.empty()));

        assertThat(page.select(".text span").eachText().get(0)).matches("x+\u2026");
        assertThat(page.select(".map th[scope=row]").text()).matches("x+\u2026");
    }

    @Test
    void aLargeMatrixShowsItsStrongestRowsWithTheSameColumns() {
        List<String> words = new ArrayList<>();
        List<List<Double>> scores = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            words.add("w" + i);
            List<Double> row = new ArrayList<>(Collections.nCopies(300, 0.0));
            row.set(i, (double) i);
            scores.add(row);
        }
        ScoreMatrix matrix = new ScoreMatrix("Attention", "from", "to", words, words, scores);

        Document page = page(new TestReport(
                Examples.TEST,
                TestStatus.PASSED,
                "",
                List.of(),
                List.of(),
                Map.of(),
                List.of(matrix),
                OptionalDouble.empty()));

        List<String> expected = words.subList(270, 300);
        assertThat(page.select(".map tbody th").eachText()).isEqualTo(expected);
        assertThat(page.select(".map thead th").eachText().subList(1, 31)).isEqualTo(expected);
        assertThat(page.select(".rest").text())
                .isEqualTo(
                        "Shown are the 30 of 300 rows and 30 of 300 columns with the largest scores. All numbers are in"
                                + " the JSON sidecar.");
    }

    private Attribution text(int words, int vocabulary) {
        StringBuilder text = new StringBuilder();
        double[] scores = new double[words];
        for (int i = 0; i < words; i++) {
            text.append('w').append(random.nextInt(vocabulary)).append(' ');
            scores[i] = random.nextGaussian();
        }
        return Examples.attribution(text.toString(), scores);
    }

    private static Document page(TestReport report) {
        String html = Examples.page(report);
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LIMIT);
        return Jsoup.parse(html);
    }
}
