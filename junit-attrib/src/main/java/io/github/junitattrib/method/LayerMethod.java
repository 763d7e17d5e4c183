package io.github.junitattrib.method;

import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.TextClassifier;

/**
 * A method that explains by a hidden state of the network in place of the words that went in.
 *
 * <p><b>What is shown per token.</b> The state of a layer has H units for each token, and the score of token t is the sum
 * over the units in its place; {@link #reduced} shows means or z-scores. From the first layer on, a place holds more than
 * its own token, as attention has mixed the tokens: its score says where in the text the network keeps what it decides by,
 * not which word brought it in. Special tokens take part: {@code [CLS]} above all, which heads read, takes nearly all in
 * the last layers.
 *
 * <p>A layer is a state that all of the text flows through, such as a layer's output or {@code
 * Layer.encoder(2).attention()}. A residual connection leads around a feed-forward activation, so that the scores are no
 * function of it and shares of it would not sum to F(x) − F(x'): it is refused but by {@link LayerActivation}.
 */
public interface LayerMethod extends AttributionMethod {

    /**
     * Returns the layer whose state is looked at.
     *
     * @return the layer
     */
    Layer layer();

    /**
     * Computes the scores of all units, before they are summed over a token; over several baselines the mean.
     *
     * @param model the model to explain
     * @param question text, target and baseline
     * @return by token and unit [T][H]
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    double[][] units(TextClassifier model, Question question);

    /**
     * Shows means over the units, or z-scores over the tokens, in place of the sums.
     *
     * @param reduction what is made of a token's units
     * @return this method with other scores
     */
    default LayerView reduced(Reduction reduction) {
        return new LayerView(this, reduction);
    }
}
