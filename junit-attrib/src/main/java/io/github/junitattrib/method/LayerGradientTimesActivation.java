package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextClassifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Gradient × activation at a layer: a unit gets h_j · ∂F/∂h_j at the text, a token the sum over its units (see {@link
 * LayerMethod}). At the word embeddings it is input × gradient.
 *
 * <p>A first-order estimate of what setting the state to zero would take away; no completeness is claimed. Peer:
 * Captum's {@code LayerGradientXActivation}. It needs an inspectable model (rung 3) and costs two forward passes and one
 * forward and backward pass of the part above the layer.
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
        Objects.requireNonNull(layer, "The layer must not be null. Name one, such as Layer.encoder(1).");
    }

    @Override
    public MethodFacts facts() {
        return new MethodFacts(NAME, Map.of("layer", layer.toString()));
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        LayeredText text = LayeredText.of(model, question, layer, NAME);
        Products products = products(text);
        double[] magnitudes = Arrays.stream(products.units()).map(Math::abs).toArray();
        return ExactScores.of(
                text.text(),
                text.text().target(),
                text.sums(products.units()),
                Panel.largest(text.sums(magnitudes)),
                products.score(),
                facts());
    }

    @Override
    public double[][] units(TextClassifier model, Question question) {
        LayeredText text = LayeredText.of(model, question, layer, NAME);
        return text.rows(products(text).units());
    }

    private static Products products(LayeredText text) {
        TargetScore target = text.text().target();
        double[] state = text.state();
        ScoreGradients above = text.above().gradients(new double[][] {state}, target);
        double[] units = above.gradients()[0];
        for (int i = 0; i < units.length; i++) {
            units[i] *= state[i];
        }
        return new Products(units, target.value(above.scores()[0]));
    }

    /** h ⊙ ∇F [T·H] with F(x). */
    @SuppressWarnings("ArrayRecordComponent") // a passing result, never compared
    private record Products(double[] units, double score) {}
}
