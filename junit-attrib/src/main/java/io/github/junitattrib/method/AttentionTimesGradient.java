package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.AttentionGradients;
import io.github.junitattrib.model.TextClassifier;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Attention × gradient: the score of token t is Σ over layers, heads and reading tokens i of A_{i,t} · ∂F/∂A_{i,t}, a
 * first-order estimate of what the target would lose if nothing looked at place t; signed and not normalised.
 *
 * <p>One layer can be chosen; in the last, the first token alone reads, as classification heads read nothing else.
 * Layers are summed although a later one depends on an earlier one, so that the sum counts a path through two of them
 * twice. In upper layers a place holds more than its own token. No completeness is claimed.
 *
 * <p>Source: S. Serrano, N. A. Smith, Is Attention Interpretable?, 2019, for one layer; O. Barkan et al., Grad-SAM, 2021,
 * for the sum over layers, there of positive parts. It needs an inspectable model with attention (rung 3) and costs one
 * forward pass and one forward and backward pass.
 *
 * @param layer from 1; empty for the sum over all
 */
public record AttentionTimesGradient(OptionalInt layer) implements AttributionMethod {

    private static final String NAME = "AttentionTimesGradient";

    /** Makes the method for the sum over all layers. */
    public AttentionTimesGradient() {
        this(OptionalInt.empty());
    }

    /**
     * Chooses a layer.
     *
     * @param number from 1
     * @return a changed copy
     */
    public AttentionTimesGradient ofLayer(int number) {
        return new AttentionTimesGradient(OptionalInt.of(number));
    }

    @Override
    public MethodFacts facts() {
        return new MethodFacts(NAME, Map.of("layer", layer.isPresent() ? Integer.toString(layer.getAsInt()) : "all"));
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        AttendedText text = AttendedText.of(model, question, NAME);
        AttentionGradients attention = text.gradients();
        int layers = attention.maps().length;
        int first = layer.orElse(1);
        int last = layer.orElse(layers);
        text.require("layer", first, 1, layers);
        double[] scores = new double[text.text().tokens().size()];
        double[] magnitudes = new double[scores.length];
        for (int number = first; number <= last; number++) {
            add(scores, magnitudes, attention.maps()[number - 1], attention.gradients()[number - 1]);
        }
        return text.scored(scores, Panel.largest(magnitudes), facts());
    }

    private static void add(double[] scores, double[] magnitudes, double[][][] maps, double[][][] gradients) {
        for (int head = 0; head < maps.length; head++) {
            for (int row = 0; row < scores.length; row++) {
                for (int token = 0; token < scores.length; token++) {
                    double product = maps[head][row][token] * gradients[head][row][token];
                    scores[token] += product;
                    magnitudes[token] += Math.abs(product);
                }
            }
        }
    }
}
