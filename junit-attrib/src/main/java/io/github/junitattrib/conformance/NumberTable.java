package io.github.junitattrib.conformance;

import io.github.junitattrib.model.EmbeddingTable;

/**
 * The vocabulary of texts that write numbers, for methods that go from word to word: quarters from −64 to 64. A number
 * between has the id of the nearest one, and its own value as its embedding.
 */
final class NumberTable implements EmbeddingTable {

    private static final int LARGEST = 64;
    private static final double STEP = 0.25;
    private static final int ROWS = (int) (2 * LARGEST / STEP) + 1;

    static long id(double number) {
        return Math.max(0, Math.min(ROWS - 1, Math.round((number + LARGEST) / STEP)));
    }

    @Override
    public int size() {
        return ROWS;
    }

    @Override
    public double[][] rows(int[] ids) {
        double[][] rows = new double[ids.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {ids[i] * STEP - LARGEST};
        }
        return rows;
    }
}
