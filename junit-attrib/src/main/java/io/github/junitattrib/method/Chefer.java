package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.AttentionGradients;
import io.github.junitattrib.model.TextClassifier;
import java.util.Map;

/**
 * Chefer's transformer attribution by attention and its gradients: with Ā_l the mean over heads of the positive parts of
 * A_l ⊙ ∂F/∂A_l, relevance starts as R = I and grows by R ← R + Ā_l R from the first layer to the last; the score of token
 * t is R_{0,t}, what reached the first token, which classification heads read.
 *
 * <p>Scores belong to the target and are never negative: the method shows what speaks for a class, and nothing against
 * it. The identity that R starts with is left out of the first token's own score, as it stands for no attention. No
 * completeness is claimed.
 *
 * <p>Source: H. Chefer, S. Gur, L. Wolf, Generic Attention-model Explainability for Interpreting Bi-Modal and
 * Encoder-Decoder Transformers, 2021, equations 5 and 6, for self-attention. Their earlier method (Transformer
 * Interpretability Beyond Attention Visualization, 2021) takes relevance of layer-wise propagation in place of A_l and
 * normalises rows. It needs an inspectable model with attention (rung 3) and costs one forward pass and one forward and
 * backward pass.
 */
public record Chefer() implements AttributionMethod {

    private static final String NAME = "Chefer";

    @Override
    public MethodFacts facts() {
        return MethodFacts.ofMagnitudes(NAME, Map.of());
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        AttendedText text = AttendedText.of(model, question, NAME);
        AttentionGradients attention = text.gradients();
        int tokens = text.text().tokens().size();
        double[][] relevance = AttentionMatrix.identity(tokens);
        for (int layer = 0; layer < attention.maps().length; layer++) {
            double[][][] maps = attention.maps()[layer];
            double[][][] gradients = attention.gradients()[layer];
            double[][] positive = AttentionMatrix.mean(
                    maps.length,
                    tokens,
                    (head, row, column) -> Math.max(0, maps[head][row][column] * gradients[head][row][column]));
            relevance = AttentionMatrix.sum(1, relevance, 1, AttentionMatrix.product(positive, relevance));
        }
        double[] scores = relevance[0].clone();
        scores[0] -= 1;
        return text.scored(scores, facts());
    }
}
