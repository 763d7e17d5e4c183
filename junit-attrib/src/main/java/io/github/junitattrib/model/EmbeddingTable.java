package io.github.junitattrib.model;

/**
 * The word embeddings of a model's whole vocabulary: row i is that of the token with the id i.
 *
 * <p>It may be far larger than what fits into the heap, so rows are asked for in parts.
 */
public interface EmbeddingTable {

    /**
     * Returns the number of rows.
     *
     * @return V; ids are below it
     */
    int size();

    /**
     * Looks up rows.
     *
     * @param ids from 0 to V − 1 [n]
     * @return their rows, to be kept by the caller [n][D]
     */
    double[][] rows(int[] ids);
}
