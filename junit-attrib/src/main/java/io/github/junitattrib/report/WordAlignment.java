package io.github.junitattrib.report;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the words of one text in another: the longest common subsequence, and between its words, where equally many stand
 * on both sides, one in the place of the other.
 */
final class WordAlignment {

    /** Cells of the table that the subsequence is found by; larger texts are aligned at their ends only. */
    private static final int MOST_CELLS = 1 << 20;

    private static final int NONE = -1;

    private WordAlignment() {}

    /** Returns for each word its place in the other text, or −1. */
    static int[] of(List<String> from, List<String> to) {
        int[] places = new int[from.size()];
        Arrays.fill(places, NONE);
        int start = 0;
        int shorter = Math.min(from.size(), to.size());
        while (start < shorter && from.get(start).equals(to.get(start))) {
            places[start] = start;
            start++;
        }
        int tail = 0;
        while (tail < shorter - start && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
            places[from.size() - 1 - tail] = to.size() - 1 - tail;
            tail++;
        }
        middle(from, start, from.size() - tail, to, start, to.size() - tail, places);
        fill(places, to.size());
        return places;
    }

    private static void middle(
            List<String> from, int start, int end, List<String> to, int toStart, int toEnd, int[] places) {
        int rows = end - start;
        int columns = toEnd - toStart;
        if ((long) (rows + 1) * (columns + 1) > MOST_CELLS) {
            return;
        }
        int[][] longest = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                longest[i][j] = from.get(start + i).equals(to.get(toStart + j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (from.get(start + i).equals(to.get(toStart + j))) {
                places[start + i++] = toStart + j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static void fill(int[] places, int size) {
        int at = 0;
        int expected = 0;
        while (at < places.length) {
            int end = at;
            while (end < places.length && places[end] == NONE) {
                end++;
            }
            int next = end < places.length ? places[end] : size;
            if (end - at == next - expected) {
                for (int k = at; k < end; k++) {
                    places[k] = expected + k - at;
                }
            }
            expected = next + 1;
            at = end + 1;
        }
    }
}
