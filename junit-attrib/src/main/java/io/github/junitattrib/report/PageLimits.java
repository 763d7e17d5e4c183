package io.github.junitattrib.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of its numbers a page shows, so that a browser opens it at once; the sidecar has all of them.
 *
 * @param words most coloured words of a text
 * @param rows most rows of a table of words
 * @param points most points of a curve
 * @param attributions most attributions with a section of their own
 * @param checks most checks
 * @param side most rows and columns of a map
 * @param chars most characters of a single string
 * @param message most characters of the failure message
 */
record PageLimits(int words, int rows, int points, int attributions, int checks, int side, int chars, int message) {

    /** From the widest on: the first that makes the page small enough is taken. */
    static final List<PageLimits> FROM_WIDEST = List.of(
            new PageLimits(1200, 600, 600, 24, 200, 30, 4000, 64_000),
            new PageLimits(600, 200, 300, 12, 60, 24, 2000, 32_000),
            new PageLimits(300, 80, 150, 8, 30, 16, 1000, 16_000),
            new PageLimits(120, 30, 80, 6, 15, 12, 300, 8000),
            new PageLimits(40, 12, 40, 4, 8, 8, 80, 2000));

    static final PageLimits WIDEST = FROM_WIDEST.get(0);

    /** Returns text for one line, cut where it is too long. */
    String line(String text) {
        return cut(VisibleText.inLine(cut(text, chars)), chars);
    }

    /** Returns text that keeps its whitespace, cut where it is too long. */
    String block(String text) {
        return cut(VisibleText.inBlock(cut(text, chars)), chars);
    }

    /** Returns the lines of a message, cut where they are too many. */
    String message(String text) {
        return cut(VisibleText.inBlock(cut(text, message)), message);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "\u2026";
    }

    /** Takes the first of an order, and leaves them in the order that they had. */
    static <T> List<T> first(List<T> all, int most, Comparator<T> order) {
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing(all::get, order))
                .limit(most)
                .sorted()
                .map(all::get)
                .toList();
    }

    /** Says how many things a section leaves out; empty text if it has all. */
    static String leftOut(int number, String one, String several) {
        return number <= 0
                ? ""
                : number == 1
                        ? "1 more " + one + " is left out here."
                        : number + " more " + several + " are left out here.";
    }
}
