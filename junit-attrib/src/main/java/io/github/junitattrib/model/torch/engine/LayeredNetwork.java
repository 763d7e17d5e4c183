package io.github.junitattrib.model.torch.engine;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.model.Propagation;
import java.util.function.UnaryOperator;

/**
 * A network with entrances and exits between its layers, and with its attention in the open.
 *
 * <p>States are counted by the layers behind them: 0 is what the first layer reads, {@link #depth()} what the head reads.
 */
public interface LayeredNetwork extends Network {

    /** Number of layers L, shared ones counted each time. */
    int depth();

    /** Width H of the states. */
    int hidden();

    /** Attention heads per layer. */
    int heads();

    /**
     * Computes a state from word embeddings, for all tokens.
     *
     * @param ids the tokens of the text [1,T]
     * @param words their word embeddings, or other points [B,T,D]
     * @param layer from 0 to L
     * @return [B,T,H]
     */
    NDArray state(NDArray ids, NDArray words, int layer);

    /**
     * Computes the state inside a layer behind its attention, with residual and norm, for all tokens.
     *
     * @param ids the tokens of the text [1,T]
     * @param words their word embeddings, or other points [B,T,D]
     * @param layer from 1 to L
     * @return [B,T,H]
     */
    NDArray attention(NDArray ids, NDArray words, int layer);

    /**
     * Computes the state inside a layer's feed-forward network, behind its nonlinearity, for all tokens.
     *
     * @param ids the tokens of the text [1,T]
     * @param words their word embeddings, or other points [B,T,D]
     * @param layer from 1 to L
     * @return [B,T,I]
     */
    NDArray feedForward(NDArray ids, NDArray words, int layer);

    /**
     * Whether the scores are a function of the state behind a layer's attention: nothing leads around it.
     *
     * @param layer from 1 to L
     */
    boolean isCutByAttention(int layer);

    /**
     * Computes the scores from the state behind a layer's attention.
     *
     * @param state [B,T,H]
     * @param layer from 1 to L, one that {@link #isCutByAttention} is true of
     * @return [B,C]
     */
    NDArray scoresFromAttention(NDArray state, int layer);

    /**
     * Computes the scores from a state.
     *
     * @param state [B,T,H]
     * @param layer from 0 to L
     * @return [B,C]
     */
    NDArray scoresFrom(NDArray state, int layer);

    /**
     * Computes the state inside the head from word embeddings.
     *
     * @param ids the tokens of the text [1,T]
     * @param words their word embeddings, or other points [B,T,D]
     * @return in the place of the first token, with zeros for all others [B,T,H]
     */
    NDArray pooled(NDArray ids, NDArray words);

    /**
     * Computes the scores from the state inside the head.
     *
     * @param state of which the first token alone is read [B,T,H]
     * @return [B,C]
     */
    NDArray scoresFromPooled(NDArray state);

    /**
     * Computes the scores while every attention map passes through a function.
     *
     * @param ids the tokens of the text [1,T]
     * @param words their word embeddings, or other points [B,T,D]
     * @param attention gets the map [B,heads,T,T] of each layer, the first first, and gives what is used in its place
     * @return [B,C]
     */
    NDArray scores(NDArray ids, NDArray words, UnaryOperator<NDArray> attention);

    /**
     * Computes the scores with the slopes that a rule has in place of the gradient.
     *
     * @param ids the tokens of the text [1,T]
     * @param words points [B,T,D]
     * @param propagation the rule
     * @return [B,C]
     */
    NDArray scores(NDArray ids, NDArray words, Propagation propagation);
}
