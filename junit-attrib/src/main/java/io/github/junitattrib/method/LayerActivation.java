package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.TextClassifier;
import java.util.Map;

/**
 * The hidden state of a layer itself: a unit gets its activation h_{t,j} at the text, a token the sum over its units.
 *
 * <p>It explains no score, whatever the target: it shows what the network holds in the place of each token, to look at
 * beside methods that say what of it matters. Behind a layer norm the sums are nearly the same for all tokens but for
 * the norm's own weights; {@linkplain #reduced z-scores} show what is left. Peer: Captum's {@code LayerActivation}. It
 * needs an inspectable model (rung 3) and costs two forward passes and one of the part above the layer, which holds the
 * state to the prediction. It takes states inside a layer too, such as {@code Layer.encoder(2).feedForward()}.
 *
 * @param layer the layer
 */
public record LayerActivation(Layer layer) implements LayerMethod {

    private static final String NAME = "LayerActivation";

    /**
     * Checks the layer.
     *
     * @param layer the layer
     */
    public LayerActivation {
        Layers.require(layer);
    }

    @Override
    public MethodFacts facts() {
        return Layers.facts(NAME, layer, Map.of());
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        LayeredText text = LayeredText.looking(model, question, layer, NAME);
        return text.exact(text.scoredState(), facts());
    }

    @Override
    public double[][] units(TextClassifier model, Question question) {
        LayeredText text = LayeredText.looking(model, question, layer, NAME);
        return text.rows(text.scoredState().units());
    }
}
