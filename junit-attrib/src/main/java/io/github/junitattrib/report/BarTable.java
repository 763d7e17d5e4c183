package io.github.junitattrib.report;

import java.util.List;
import java.util.stream.Collectors;

/** Lays out the lines of {@link TextBars} in at most 100 columns: bars give way first, then words, then notes. */
final class BarTable {

    static final int COLUMNS = 100;

    /** Indent, rank, both columns of numbers and the gaps between them. */
    private static final int NUMBERS = 36;

    private static final int LONGEST_BAR = 20;
    private static final int BAR_BESIDE_PIECES = 12;
    private static final int SHORTEST_BAR = 8;
    private static final int WIDEST_TOKEN = 24;
    private static final String ARROW = "  <- ";

    private final List<BarLine> lines;
    private final List<BarLine.Row> rows;
    private final Glyphs glyphs;
    private final ScoreFormat format;
    private final double max;
    private final int token;
    private final int bar;
    private final int note;

    BarTable(List<BarLine> lines, Glyphs glyphs) {
        this.lines = lines;
        this.glyphs = glyphs;
        rows = lines.stream()
                .filter(BarLine.Row.class::isInstance)
                .map(BarLine.Row.class::cast)
                .toList();
        max = ScoreFormat.maxMagnitude(rows.stream().mapToDouble(BarLine.Row::score));
        format = ScoreFormat.upTo(max);

        int room = COLUMNS - NUMBERS - 1;
        int notes = widest(rows.stream().map(BarLine.Row::note).toList());
        int plain = Math.min(
                WIDEST_TOKEN,
                Math.max(5, widest(rows.stream().map(BarLine.Row::token).toList())));
        note = notes == 0 ? 0 : Math.min(notes, room - plain - 2 * SHORTEST_BAR - ARROW.length());
        int forWordsAndBars = room - (note == 0 ? 0 : note + ARROW.length());
        int withPieces = widest(rows.stream().map(BarLine.Row::pieces).toList());
        token = Math.max(plain, Math.min(withPieces, forWordsAndBars - 2 * BAR_BESIDE_PIECES));
        bar = Math.min(LONGEST_BAR, (forWordsAndBars - token) / 2);
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    }

    String draw() {
        return header() + lines.stream().map(line -> "\n" + draw(line)).collect(Collectors.joining());
    }

    private String header() {
        boolean arrows = bar >= 12;
        String left = arrows ? "opposes  <-" : "opposes";
        String right = arrows ? "->  supports" : "supports";
        return "  rank  " + DisplayWidth.padded("token", token) + "  attribution  uncertainty  "
                + DisplayWidth.padded(left, bar) + "0" + " ".repeat(bar - right.length()) + right;
    }

    private String draw(BarLine line) {
        if (line instanceof BarLine.Row row) {
            return draw(row);
        }
        int words = ((BarLine.Gap) line).words();
        return "   " + " ".repeat(3 - glyphs.ellipsis().length()) + glyphs.ellipsis() + "  " + words
                + (words == 1 ? " word" : " words") + " left out";
    }

    private String draw(BarLine.Row row) {
        int length = max == 0 || Double.isNaN(row.score())
                ? 0
                : (int) Math.round(bar * Math.min(1, Math.abs(row.score()) / max));
        boolean supports = row.score() > 0;
        String drawn = right(row.rank(), 6) + "  " + label(row) + "  " + right(format.signed(row.score()), 11) + "  "
                + right(format.plain(row.uncertainty()), 11) + "  "
                + right(supports ? "" : glyphs.opposes().repeat(length), bar)
                + "|"
                + DisplayWidth.padded(supports ? glyphs.supports().repeat(length) : "", bar);
        String end = row.note().isEmpty() ? "" : ARROW + DisplayWidth.cut(row.note(), note, glyphs.ellipsis());
        return (drawn + end).stripTrailing();
    }

    private String label(BarLine.Row row) {
        String text = DisplayWidth.of(row.pieces()) <= token ? row.pieces() : row.token();
        String cut = DisplayWidth.cut(text, token, glyphs.ellipsis());
        // Without this mark, a viewer with bidirectional layout moves the numbers to the left of a Hebrew or Arabic
        // word.
        boolean rightToLeft = cut.codePoints().anyMatch(BarTable::isRightToLeft);
        return DisplayWidth.padded(rightToLeft && glyphs == Glyphs.UNICODE ? cut + "\u200E" : cut, token);
    }

    private static boolean isRightToLeft(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - text.length())) + text;
    }
}
