package io.github.junitattrib.gate;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of some words somebody may have meant. */
final class Nearest {

    private Nearest() {}

    /** The word with the fewest letters to change; empty if more than half of them differ. */
    static Optional<String> to(String written, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> 2 * distance(written, word) <= word.length());
    }

    /** How many letters must be put in, taken out or exchanged (V. Levenshtein, 1966). */
    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
