package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;

/** What the distances of tokens add to the attention scores of one layer. */
interface DistanceScores {

    /**
     * Adds it, for the first N tokens as queries.
     *
     * @param scores those of the contents alone, scaled [B,H,N,T]
     * @param q queries [B,H,N,d]
     * @param k keys [B,H,T,d]
     * @param scale factor of the scores [1]
     * @param distances of all pairs of tokens
     * @return [B,H,N,T]
     */
    NDArray add(NDArray scores, NDArray q, NDArray k, NDArray scale, Distances distances);
}
