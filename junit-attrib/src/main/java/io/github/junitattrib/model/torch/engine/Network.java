package io.github.junitattrib.model.torch.engine;

import ai.djl.ndarray.NDArray;

/**
 * A network from token ids to the scores of all classes, with an entrance at the word embeddings.
 *
 * <p>Both routes must agree: scores of ids are those of the ids' own embeddings. Calls come with an open scope of {@link
 * TorchRuntime}, from several threads at once.
 */
public interface Network {

    /** Number of scores C. */
    int classes();

    /** Number of rows V of the word embeddings. */
    long vocabulary();

    /** Width D of a word embedding. */
    int width();

    /** Looks up the word embeddings of ids [T], giving [T,D]. */
    NDArray embed(NDArray ids);

    /** Computes the scores [B,C] of texts of equally many tokens, ids [B,T], by the ordinary route. */
    NDArray scores(NDArray ids);

    /**
     * Computes the scores from given word embeddings; all else (positions, token types, mask) is that of the ids.
     *
     * @param ids the tokens of one text [1,T], or of a text for each point [B,T]
     * @param words their word embeddings, or other points [B,T,D]
     * @return [B,C]
     */
    NDArray scores(NDArray ids, NDArray words);
}
