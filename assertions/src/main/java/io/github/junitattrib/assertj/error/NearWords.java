package io.github.junitattrib.assertj.error;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant by a misspelt one. */
final class NearWords {

    private NearWords() {}

    /** The word with the fewest edits, case aside, unless these are more than one, or two of five letters and more. */
    static Optional<String> nearest(String misspelt, List<String> words) {
        int most = misspelt.length() < 5 ? 1 : 2;
        return words.stream()
                .filter(word -> edits(misspelt, word) <= most && edits(misspelt, word) < word.length())
                .min(Comparator.comparingInt(word -> edits(misspelt, word)));
    }

    /** Letters put in, left out, replaced, or exchanged with their neighbour (optimal string alignment). */
    private static int edits(String misspelt, String written) {
        String one = misspelt.toLowerCase(Locale.ROOT);
        String other = written.toLowerCase(Locale.ROOT);
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int k = 0; k <= other.length(); k++) {
                edits[i][k] = i == 0 || k == 0 ? i + k : least(edits, one, other, i, k);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int least(int[][] edits, String one, String other, int i, int k) {
        boolean same = one.charAt(i - 1) == other.charAt(k - 1);
        int least = Math.min(edits[i - 1][k - 1] + (same ? 0 : 1), Math.min(edits[i - 1][k], edits[i][k - 1]) + 1);
        boolean exchanged =
                i > 1 && k > 1 && one.charAt(i - 1) == other.charAt(k - 2) && one.charAt(i - 2) == other.charAt(k - 1);
        return exchanged ? Math.min(least, edits[i - 2][k - 2] + 1) : least;
    }
}
