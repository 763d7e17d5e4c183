package io.github.junitattrib.report;

import io.github.junitattrib.Marked;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Draws the rankings of a text and of a changed text side by side as plain text, each word beside its counterpart. */
public final class RankingPairs {

    private static final String GAP = "    ";

    private final List<WordScore> before;
    private final List<WordScore> after;
    private final Function<WordScore, Optional<WordScore>> counterpart;
    private final List<Marked> marked;
    private final RankedBy by;
    private final ScoreFormat format;
    private final int wordWidth;

    private RankingPairs(
            List<WordScore> before,
            List<WordScore> after,
            Function<WordScore, Optional<WordScore>> counterpart,
            List<Marked> marked,
            RankedBy by) {
        this.before = before;
        this.after = after;
        this.counterpart = counterpart;
        this.marked = marked;
        this.by = by;
        this.format = ScoreFormat.upTo(ScoreFormat.maxMagnitude(
                Stream.concat(before.stream(), after.stream()).mapToDouble(WordScore::score)));
        this.wordWidth = DoubleStream.concat(widths(before), widths(after))
                .mapToInt(width -> (int) width)
                .max()
                .orElse(0);
    }

    private static DoubleStream widths(List<WordScore> words) {
        return words.stream().mapToDouble(word -> Math.max("original".length(), DisplayWidth.of(shown(word))));
    }

    /**
     * Draws the table.
     *
     * @param before the words of the original text, the highest first
     * @param after the words of the changed text, the highest first
     * @param counterpart finds the word of the changed text that stands in place of one of the original
     * @param marked stretches of the original text with the notes that their rows get
     * @param by what the words are ranked by
     * @return lines, each indented by two spaces
     */
    public static String of(
            List<WordScore> before,
            List<WordScore> after,
            Function<WordScore, Optional<WordScore>> counterpart,
            List<Marked> marked,
            RankedBy by) {
        return new RankingPairs(before, after, counterpart, marked, by).draw();
    }

    private String draw() {
        List<String> lines = new ArrayList<>();
        lines.add("  " + header("original") + GAP + header("changed"));
        BitSet shown = ShownRows.of(before, word -> !note(word).isEmpty());
        Set<Span> paired = new HashSet<>();
        int leftOut = 0;
        for (int i = 0; i < before.size(); i++) {
            WordScore word = before.get(i);
            Optional<WordScore> other = counterpart.apply(word);
            other.ifPresent(found -> paired.add(found.span()));
            if (shown.get(i)) {
                String right = other.map(found -> cell(after, found)).orElseGet(() -> missing("(none)"));
                String note = note(word);
                lines.add("  " + cell(before, word) + GAP + right + (note.isEmpty() ? "" : "  <- " + note));
            } else {
                leftOut++;
            }
        }
        if (leftOut > 0) {
            lines.add("  (" + leftOut + " more)");
        }
        after.stream()
                .filter(word -> !paired.contains(word.span()))
                .sorted(Comparator.comparingDouble((WordScore word) -> -Math.abs(word.score())))
                .limit(3)
                .forEach(word -> lines.add("  " + missing("(none)") + GAP + cell(after, word)));
        return lines.stream()
                .map(String::stripTrailing)
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }

    private String header(String title) {
        return "rank  " + DisplayWidth.padded(title, wordWidth) + "  attribution  uncertainty";
    }

    private String cell(List<WordScore> ranking, WordScore word) {
        long rank = 1
                + ranking.stream()
                        .filter(other -> by.of(other.score()) > by.of(word.score()))
                        .count();
        return " ".repeat(4 - Math.min(4, String.valueOf(rank).length())) + rank + "  "
                + DisplayWidth.padded(shown(word), wordWidth) + "  " + right(format.signed(word.score()))
                + "  " + right(format.plain(word.uncertainty()));
    }

    private String missing(String text) {
        return "   -  " + DisplayWidth.padded(text, wordWidth) + "  " + right("-") + "  " + right("-");
    }

    private static String right(String number) {
        return " ".repeat(Math.max(0, "attribution".length() - number.length())) + number;
    }

    private static String shown(WordScore word) {
        return VisibleText.inLine(word.text());
    }

    private String note(WordScore word) {
        return marked.stream()
                .filter(mark -> mark.span().overlaps(word.span()))
                .map(mark -> VisibleText.inLine(mark.note()))
                .findFirst()
                .orElse("");
    }
}
