package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextClassifier;
import java.util.Map;

/**
 * Gradient × activation at a layer: a unit gets h_j · ∂F/∂h_j at the text, a token the sum over its units (see {@link
 * LayerMethod}). At the word embeddings it is input × gradient.
 *
 * <p>A first-order estimate of what setting the state to zero would take away; no completeness is claimed. Peer:
 * Captum's {@code LayerGradientXActivation}. It needs an inspectable model (rung 3) and costs a forward pass for the
 * prediction, one of the part below the layer, and a forward and backward pass of the part above.
 *
 * @param layer the layer
 */
public record LayerGradientTimesActivation(Layer layer) implements LayerMethod {

    private static final String NAME = "LayerGradientTimesActivation";

    /**
     * Checks the layer.
     *
     * @param layer the layer
     */
    public LayerGradientTimesActivation {
        Layers.require(layer);
    }

    @Override
    public MethodFacts facts() {
        return Layers.facts(NAME, layer, Map.of());
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        LayeredText text = LayeredText.of(model, question, layer, NAME);
        return text.exact(products(text), facts());
    }

    @Override
    public double[][] units(TextClassifier model, Question question) {
        LayeredText text = LayeredText.of(model, question, layer, NAME);
        return text.rows(products(text).units());
    }

    /** h ⊙ ∇F in place of h. */
    private static LayeredText.ScoredState products(LayeredText text) {
        TargetScore target = text.text().target();
        double[] units = text.state();
        ScoreGradients above = text.above().gradients(new double[][] {units}, target);
        text.check(above.scores()[0]);
        double[] products = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            products[i] = units[i] * above.gradients()[0][i];
        }
        return new LayeredText.ScoredState(products, target.value(above.scores()[0]));
    }
}
