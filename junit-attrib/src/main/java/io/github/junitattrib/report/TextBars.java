package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Marked;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Draws an attribution as a table of text for failure messages: words by signed score, each with a bar.
 *
 * <pre>
 *   rank  token  attribution  uncertainty  opposes  &lt;-         0        -&gt;  supports
 *      1  said       +0.4210       0.0006                      |####################  &lt;- expected below "great"
 *      2  great      +0.1083       0.0007                      |#####                 &lt;- expected above "said"
 *      3  the        -0.1684       0.0003              --------|
 * </pre>
 *
 * <p>Ten words are shown, those of the largest scores of both signs, and every marked one; at most 100 columns are used.
 */
public final class TextBars {

    private final Attribution attribution;
    private final List<Marked> marked;
    private final RankedBy by;

    private TextBars(Attribution attribution, List<Marked> marked, RankedBy by) {
        this.attribution = attribution;
        this.marked = marked;
        this.by = by;
    }

    /**
     * Draws the table, words by signed score.
     *
     * @param attribution what to draw
     * @param marked the stretches that the check named; their words are always shown
     * @param glyphs what to draw it with, see {@link Glyphs#ofConsole()}
     * @return lines without a line end after the last
     */
    public static String of(Attribution attribution, List<Marked> marked, Glyphs glyphs) {
        return of(attribution, marked, RankedBy.SIGNED_SCORE, glyphs);
    }

    /**
     * Draws the table; scores keep their signs in any order.
     *
     * @param attribution what to draw
     * @param marked the stretches that the check named; their words are always shown
     * @param by what words are ranked by
     * @param glyphs what to draw it with, see {@link Glyphs#ofConsole()}
     * @return lines without a line end after the last
     */
    public static String of(Attribution attribution, List<Marked> marked, RankedBy by, Glyphs glyphs) {
        return new BarTable(new TextBars(attribution, marked, by).lines(), glyphs).draw();
    }

    private List<BarLine> lines() {
        List<WordScore> ranking = attribution.ranking(by);
        List<BarLine> lines = new ArrayList<>();
        BitSet shown = ShownRows.of(ranking, word -> isMarked(word.span()));
        int rank = 1;
        int leftOut = 0;
        for (int i = 0; i < ranking.size(); i++) {
            WordScore word = ranking.get(i);
            // Equal scores share a rank.
            rank = i > 0 && by.of(word.score()) == by.of(ranking.get(i - 1).score()) ? rank : i + 1;
            if (shown.get(i)) {
                addGap(lines, leftOut);
                leftOut = 0;
                lines.add(row(rank, word));
            } else {
                leftOut++;
            }
        }
        addGap(lines, leftOut);
        addRest(lines, "special tokens", TokenScore::special);
        addRest(lines, "outside words", token -> !token.special());
        return lines;
    }

    private static void addGap(List<BarLine> lines, int leftOut) {
        if (leftOut > 0) {
            lines.add(new BarLine.Gap(leftOut));
        }
    }

    private BarLine.Row row(int rank, WordScore word) {
        String token = VisibleText.inLine(word.text());
        String pieces = word.pieces().size() < 2
                ? token
                : token
                        + word.pieces().stream()
                                .map(piece -> VisibleText.inLine(piece.text()))
                                .collect(Collectors.joining(" ", " (", ")"));
        return new BarLine.Row(
                String.valueOf(rank), token, pieces, word.score(), word.uncertainty(), note(word.span()));
    }

    private boolean isMarked(Span word) {
        return marked.stream().anyMatch(mark -> mark.span().overlaps(word));
    }

    private String note(Span word) {
        return marked.stream()
                .filter(mark -> mark.span().overlaps(word))
                .map(mark -> VisibleText.inLine(mark.note()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Scores that no word carries belong to the sum all the same: without them the table would not add up. */
    private void addRest(List<BarLine> lines, String name, Predicate<TokenScore> kind) {
        List<TokenScore> rest = attribution.tokens().stream()
                .filter(token -> token.word().isEmpty() && kind.test(token))
                .toList();
        if (rest.stream().anyMatch(token -> token.score() != 0)) {
            double score = rest.stream().mapToDouble(TokenScore::score).sum();
            double uncertainty =
                    rest.stream().mapToDouble(TokenScore::uncertainty).sum();
            lines.add(new BarLine.Row("-", "(" + name + ")", "(" + name + ")", score, uncertainty, ""));
        }
    }
}
