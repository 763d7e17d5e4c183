package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Marked;
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

/** Draws the rankings of a text and of a changed text side by side as plain text, each word beside its counterpart. */
public final class RankingPairs {

    private static final String GAP = "    ";

    private final List<WordScore> before;
    private final List<WordScore> after;
    private final Function<Span, Optional<Span>> counterpart;
    private final List<Marked> marked;
    private final ScoreFormat format;
    private final int wordWidth;

    private RankingPairs(
            Attribution before, Attribution after, Function<Span, Optional<Span>> counterpart, List<Marked> marked) {
        this.before = before.ranking();
        this.after = after.ranking();
        this.counterpart = counterpart;
        this.marked = marked;
        this.format = ScoreFormat.upTo(
                ScoreFormat.maxMagnitude(DoubleStream.of(before.maxMagnitude(), after.maxMagnitude())));
        this.wordWidth = DoubleStream.concat(widths(this.before), widths(this.after))
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
     * @param before the attribution of the original text
     * @param after the attribution of the changed text
     * @param counterpart finds a stretch of the original in the changed text
     * @param marked stretches of the original text with the notes that their rows get
     * @return lines, each indented by two spaces
     */
    public static String of(
            Attribution before, Attribution after, Function<Span, Optional<Span>> counterpart, List<Marked> marked) {
        return new RankingPairs(before, after, counterpart, marked).draw();
    }

    private String draw() {
        List<String> lines = new ArrayList<>();
        lines.add("  " + header("original") + GAP + header("changed"));
        BitSet shown = ShownRows.of(before, word -> !note(word).isEmpty());
        Set<Span> paired = new HashSet<>();
        int leftOut = 0;
        for (int i = 0; i < before.size(); i++) {
            WordScore word = before.get(i);
            Optional<WordScore> other = counterpart.apply(word.span()).flatMap(this::wordAt);
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

    private Optional<WordScore> wordAt(Span span) {
        return after.stream().filter(word -> word.span().equals(span)).findFirst();
    }

    private String header(String title) {
        return "rank  " + DisplayWidth.padded(title, wordWidth) + "  attribution  uncertainty";
    }

    private String cell(List<WordScore> ranking, WordScore word) {
        long rank = 1
                + ranking.stream().filter(other -> other.score() > word.score()).count();
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
