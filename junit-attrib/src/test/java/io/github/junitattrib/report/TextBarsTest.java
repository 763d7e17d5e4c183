package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Marked;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextBarsTest {

    @Test
    void drawsWordsBySignedScoreWithNotesBesideMarkedOnes() {
        Attribution attribution = Examples.reporting();

        String table = TextBars.of(
                attribution,
                List.of(
                        new Marked(new Span(21, 26), "expected above \"said\""),
                        new Marked(new Span(3, 7), "expected below \"great\"")),
                Glyphs.UNICODE);

        assertThat(table).isEqualTo("""
                  rank  token  attribution  uncertainty  opposes  <-    0   ->  supports
                     1  said       +0.4210       0.0004                 |███████████████  <- expected below "great"
                     2  film       +0.2105       0.0004                 |████████
                     3  He         +0.1158       0.0004                 |████
                     4  great      +0.1083       0.0004                 |████             <- expected above "said"
                     5  .          +0.0105       0.0004                 |
                     6  was        -0.1263       0.0004            ▒▒▒▒▒|
                     7  the        -0.1684       0.0004           ▒▒▒▒▒▒|""".indent(2).stripTrailing());
    }

    @Test
    void ranksByMagnitudeOnRequest() {
        String table = TextBars.of(
                Examples.attribution("good bad so", 0.4, -0.8, 0.1), List.of(), RankedBy.MAGNITUDE, Glyphs.ASCII);

        assertThat(table.lines().skip(1).map(line -> line.substring(0, 26).strip()))
                .containsExactly("1  bad        -0.8000", "2  good       +0.4000", "3  so         +0.1000");
    }

    @Test
    void sharesARankByMagnitudeWhereThatIsEqual() {
        String table = TextBars.of(
                Examples.attribution("good bad so", 0.4, -0.4, 0.1), List.of(), RankedBy.MAGNITUDE, Glyphs.ASCII);

        assertThat(table.lines().skip(1).map(line -> line.substring(0, 12).strip()))
                .containsExactly("1  good", "1  bad", "3  so");
    }

    @Test
    void drawsInAsciiWhereTheConsoleHasNoBlocks() {
        String table = TextBars.of(Examples.attribution("good bad", 0.4, -0.2), List.of(), Glyphs.ASCII);

        assertThat(table.chars()).allMatch(c -> c < 128);
        assertThat(table.lines().toList().get(1)).endsWith("|" + "#".repeat(20));
        assertThat(table.lines().toList().get(2)).endsWith("-".repeat(10) + "|");
    }

    @Test
    void choosesGlyphsByCharset() {
        assertThat(Glyphs.of(StandardCharsets.UTF_8)).isEqualTo(Glyphs.UNICODE);
        assertThat(Glyphs.of(StandardCharsets.US_ASCII)).isEqualTo(Glyphs.ASCII);
        assertThat(Glyphs.of(StandardCharsets.ISO_8859_1)).isEqualTo(Glyphs.ASCII);
    }

    @Test
    void showsTenWordsAndEveryMarkedOneAndCountsTheRest() {
        Attribution attribution = twenty();

        List<String> lines = TextBars.of(
                        attribution, List.of(new Marked(new Span(60, 63), "expected first")), Glyphs.ASCII)
                .lines()
                .toList();

        assertThat(lines.subList(1, 11)).allSatisfy(line -> assertThat(line).contains("w"));
        assertThat(lines.subList(11, lines.size()))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("   ...  5 words left out"),
                        line -> assertThat(line).startsWith("    16  w15").endsWith("<- expected first"),
                        line -> assertThat(line).isEqualTo("   ...  4 words left out"));
    }

    @Test
    void neverLeavesOutASingleWord() {
        assertThat(rows(0.5, 0.4, 0.3, 0.2, 0.1, -0.1, -0.2, -0.3, -0.4, -0.5, -1.2))
                .hasSize(11)
                .noneMatch(line -> line.contains("left out"))
                .anyMatch(line -> line.contains("-1.2000"));
        assertThat(rows(0.9, 0.8, 0.7, 0.01, 0.6, -0.3, 0.02, -0.4, -0.5, -0.6, -0.7, -0.8))
                .as("the two smallest stand side by side")
                .containsOnlyOnce("   ...  2 words left out")
                .hasSize(11);
        List<Marked> marked = List.of(new Marked(new Span(16, 19), "expected first"));
        Attribution thirteen = Examples.attribution(
                words(13), 0.9, 0.8, 0.7, 0.02, 0.01, -0.01, 0.6, 0.5, 0.4, -0.5, -0.6, -0.7, -0.8);
        assertThat(TextBars.of(thirteen, marked, Glyphs.ASCII).lines())
                .as("the mark in the middle of three leaves one on each side")
                .hasSize(14)
                .anyMatch(line -> line.contains("w04") && line.endsWith("<- expected first"));
    }

    @Test
    void keepsTheLargestScoresAndTheExtremeOfEachSign() {
        double[] scores = IntStream.range(0, 20).mapToDouble(i -> i - 19.5).toArray();
        scores[19] = 0.25;

        List<String> rows = rows(scores);

        assertThat(rows.get(0)).startsWith("     1  w19").contains("+0.2500");
        assertThat(rows.get(1)).isEqualTo("   ...  9 words left out");
        assertThat(rows).hasSize(12).last().asString().startsWith("    20  w00").contains("-19.5000");
    }

    private static String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + (i < 10 ? "0" : "") + i)
                .collect(Collectors.joining(" "));
    }

    private static List<String> rows(double... scores) {
        return TextBars.of(Examples.attribution(words(scores.length), scores), List.of(), Glyphs.ASCII)
                .lines()
                .skip(1)
                .toList();
    }

    @Test
    void staysWithinAHundredColumns() {
        String text = "Pneumonoultramicroscopicsilicovolcanoconiosis was what they said";
        List<Marked> marked = List.of(new Marked(
                new Span(0, 45), "expected above \"supercalifragilisticexpialidocious\" and everything else"));

        String table = TextBars.of(Examples.attribution(text, 1, -1, 0.5), marked, Glyphs.UNICODE);

        assertThat(table.lines())
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(100));
        assertThat(table).contains("Pneumonoult").contains("…").contains("<- expected above");
    }

    @Test
    void alignsBarsBehindWideAndCombiningCharacters() {
        String table = TextBars.of(
                Examples.attribution("电影 \uD83D\uDC4D\uD83C\uDFFD e\u0301t\u00e9 film", 4, 3, 2, 1),
                List.of(),
                Glyphs.UNICODE);

        assertThat(table.lines().skip(1).map(line -> DisplayWidth.of(line.substring(0, line.indexOf('|')))))
                .hasSize(4)
                .containsOnly("  rank  token  attribution  uncertainty  ".length() + 20);
    }

    @Test
    void keepsNumbersBehindARightToLeftWord() {
        String table = TextBars.of(Examples.attribution("\u05e9\u05dc\u05d5\u05dd", 1), List.of(), Glyphs.UNICODE);

        assertThat(table).contains("\u05e9\u05dc\u05d5\u05dd\u200e ");
    }

    @Test
    void makesHostileCharactersVisible() {
        String text = "a\u202Eb\u0000\n";
        TokenScore word = Examples.piece("x", new Span(0, text.length()), 0, 1);

        String table = TextBars.of(Examples.attribution(text, List.of(word)), List.of(), Glyphs.UNICODE);

        assertThat(table).contains("a\\u202eb\\u0000\\n");
        assertThat(table.lines()).hasSize(2);
    }

    @Test
    void listsThePiecesOfAWordWhereThereIsRoom() {
        List<TokenScore> pieces = List.of(
                Examples.piece("in", new Span(0, 2), 0, 0.1),
                Examples.piece("##cor", new Span(2, 5), 0, 0.2),
                Examples.piece("##rect", new Span(5, 9), 0, -0.05));

        String table = TextBars.of(Examples.attribution("incorrect", pieces), List.of(), Glyphs.ASCII);

        assertThat(table).contains("incorrect (in ##cor ##rect)      +0.2500       0.0012");
    }

    @Test
    void addsWhatStandsOutsideOfWordsOnlyIfItScores() {
        TokenScore word = Examples.piece("good", new Span(0, 4), 0, 0.5);

        assertThat(TextBars.of(
                        Examples.attribution("good", List.of(Examples.special("[CLS]", 0.25), word)),
                        List.of(),
                        Glyphs.ASCII))
                .contains("     -  (special tokens)      +0.2500");
        assertThat(TextBars.of(Examples.attribution("good", 0.5), List.of(), Glyphs.ASCII))
                .doesNotContain("special");
    }

    @Test
    void givesEqualScoresTheSameRank() {
        String table = TextBars.of(Examples.attribution("a b c", 0.5, 0.5, 0.1), List.of(), Glyphs.ASCII);

        assertThat(table.lines().skip(1).map(line -> line.strip().split(" ", 2)[0]))
                .containsExactly("1", "1", "3");
    }

    @Test
    void printsVerySmallAndVeryLargeScoresReadably() {
        assertThat(TextBars.of(Examples.attribution("a b", 3.2e-7, -1e-8), List.of(), Glyphs.ASCII))
                .contains("+3.200e-07")
                .contains("-1.000e-08");
        assertThat(TextBars.of(Examples.attribution("a b", 1.5e12, -1), List.of(), Glyphs.ASCII))
                .contains("+1.500e+12");
    }

    @Test
    void survivesScoresThatAreNoNumbersOrAllZero() {
        assertThat(TextBars.of(Examples.attribution("a b", Double.NaN, 0.5), List.of(), Glyphs.ASCII))
                .contains("NaN");
        assertThat(TextBars.of(Examples.attribution("a b"), List.of(), Glyphs.ASCII))
                .contains("+0.0000")
                .doesNotContain("#");
    }

    private static Attribution twenty() {
        List<String> words = IntStream.range(0, 20)
                .mapToObj(i -> "w" + (i < 10 ? "0" : "") + i)
                .toList();
        double[] scores = IntStream.range(0, 20).mapToDouble(i -> 20 - i).toArray();
        return Examples.attribution(String.join(" ", words), scores);
    }
}
