package io.github.junitattrib.model;

import io.github.junitattrib.TargetScore;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.text.TokenizedText;
import java.util.List;

/**
 * A classifier that shows its hidden states and attention: the third rung, enough for every method.
 *
 * <p>A layer cuts the network into two functions: {@link #below} computes the layer's state from word embeddings, {@link
 * #above} the scores from such a state. One after the other they give {@link #function}.
 */
public interface InspectableClassifier extends DifferentiableClassifier {

    /**
     * Returns the layers at which the network can be cut.
     *
     * @return from the word embeddings to the last state
     */
    List<Layer> layers();

    /**
     * Returns the states whose units can be looked at and explained: the layers, and states that do not cut the network,
     * as something leads around them.
     *
     * @return in the order of the network; the layers alone unless overridden
     */
    default List<Layer> states() {
        return layers();
    }

    /**
     * Returns the part of the network below a layer, whose outputs take the place of scores: so any unit is a target.
     *
     * @param text the tokens [T]; their positions, types and mask apply
     * @param layer one of {@link #states()}
     * @return from word embeddings [T·D] to the state of the layer, row by row [T·H]
     */
    ScoreFunction below(TokenizedText text, Layer layer);

    /**
     * Returns the part of the network above a layer.
     *
     * @param text the tokens [T]; their positions and mask apply
     * @param layer one of {@link #layers()}
     * @return from a state of the layer [T·H] to the scores of all classes [C]
     */
    ScoreFunction above(TokenizedText text, Layer layer);

    /**
     * Returns the scores as a function of the word embeddings, whose gradients are the slopes of a rule.
     *
     * @param text the tokens [T]
     * @param propagation the rule
     * @return F on points of dimension T·D, with the values of {@link #function(TokenizedText)}
     * @throws UnsupportedModelException unless overridden
     */
    default ScoreFunction function(TokenizedText text, Propagation propagation) {
        throw new UnsupportedModelException("Model " + facts().name() + " knows no other slopes than gradients, so it"
                + " cannot be decomposed. Take a Hugging Face checkpoint, or a gradient method.");
    }

    /**
     * Computes the attention maps of all layers and heads.
     *
     * @param text the tokens [T]
     * @param point word embeddings, row by row [T·D]
     * @return by layer, head, reading token and token that is read [L][H][T][T]; each row sums to 1; empty if the model
     *     has no attention
     */
    double[][][][] attention(TokenizedText text, double[] point);

    /**
     * Computes the attention maps with the gradient by each of their numbers, the rest of the network held fixed.
     *
     * @param text the tokens [T]
     * @param point word embeddings, row by row [T·D]
     * @param target t, the number that is differentiated
     * @return scores, maps and gradients
     */
    AttentionGradients attentionGradients(TokenizedText text, double[] point, TargetScore target);
}
