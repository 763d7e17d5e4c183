package io.github.junitattrib.corpus;

/** How far a misspelt word is from one that may have been meant. */
public final class EditDistance {

    private EditDistance() {}

    /**
     * Counts the letters (UTF-16 units) that are put in, left out, replaced, or exchanged with their neighbour.
     *
     * @param one a word
     * @param other another one
     * @return the optimal string alignment distance (the restricted one of F. Damerau, 1964): 0 for equal words
     */
    public static int between(String one, String other) {
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
