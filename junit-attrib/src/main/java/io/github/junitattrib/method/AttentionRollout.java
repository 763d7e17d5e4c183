package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.Map;

/**
 * Attention rollout: how attention passes information on from layer to layer, with each residual as attention to itself.
 * With Ā_l the mean of layer l's maps over heads, R = (½Ā_L + ½I) ⋯ (½Ā_1 + ½I); the score of token t is R_{0,t}, its
 * share of what the first token, which classification heads read, holds in the end.
 *
 * <p>Shares are never negative, sum to 1, and know nothing of the target. The first token keeps a large share for
 * itself by the residuals; Chefer's code sets it to zero for its pictures, here it stays.
 *
 * <p>Source: S. Abnar, W. Zuidema, Quantifying Attention Flow in Transformers, 2020, section 3. It needs an inspectable
 * model with attention (rung 3) and costs two forward passes.
 */
public record AttentionRollout() implements AttributionMethod {

    private static final String NAME = "AttentionRollout";

    @Override
    public MethodFacts facts() {
        return MethodFacts.ofMagnitudes(NAME, Map.of());
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        AttendedText text = AttendedText.of(model, question, NAME);
        double[][][][] maps = text.maps();
        int tokens = maps[0][0].length;
        double[][] identity = AttentionMatrix.identity(tokens);
        double[][] rollout = identity;
        for (double[][][] heads : maps) {
            double[][] mean =
                    AttentionMatrix.mean(heads.length, tokens, (head, row, column) -> heads[head][row][column]);
            rollout = AttentionMatrix.product(AttentionMatrix.sum(0.5, mean, 0.5, identity), rollout);
        }
        return text.scored(rollout[0], facts());
    }
}
