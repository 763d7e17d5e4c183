package io.github.junitattrib.report;

import io.github.junitattrib.Difference;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of words that a check expected beside the one that is.
 *
 * @param rows places where they differ, with a neighbour at either end
 * @param same says how many other places are the same; empty text if none is left out
 */
record OrderView(List<Row> rows, String same) {

    private static final int MOST_ROWS = 6;

    static OrderView of(Difference difference, PageLimits limits) {
        List<String> expected = difference.expected().lines().toList();
        List<String> actual = difference.actual().lines().toList();
        int places = Math.min(expected.size(), actual.size());
        int first = 0;
        while (first < places && expected.get(first).equals(actual.get(first))) {
            first++;
        }
        int end = places;
        while (end > first && expected.get(end - 1).equals(actual.get(end - 1))) {
            end--;
        }
        int from = Math.max(0, first - 1);
        int to = Math.min(places, end + 1);
        List<Row> rows = new ArrayList<>();
        int most = Math.min(limits.rows(), MOST_ROWS);
        for (int place = from; place < to; place++) {
            // Of a long way, both ends tell where the word is and where it should be.
            if (to - from <= most + 1 || place - from < most / 2 || to - place <= most / 2) {
                rows.add(new Row(
                        place + 1,
                        limits.line(expected.get(place)),
                        limits.line(actual.get(place)),
                        !expected.get(place).equals(actual.get(place))));
            }
        }
        int between = to - from - rows.size();
        int outside = places - (to - from);
        return new OrderView(List.copyOf(rows), said(between, outside));
    }

    private static String said(int between, int outside) {
        String moved = between == 0 ? "" : between + " more places between these are left out.";
        String same = outside == 0
                ? ""
                : outside == 1
                        ? "The other place is as expected."
                        : "The other " + outside + " places are as expected.";
        return (moved + " " + same).strip();
    }

    /**
     * A place of the ranking.
     *
     * @param rank from 1
     * @param expected the word that should be there
     * @param actual the word that is
     * @param differs whether these are two
     */
    record Row(int rank, String expected, String actual, boolean differs) {}
}
