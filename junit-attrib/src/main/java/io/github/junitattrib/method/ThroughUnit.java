package io.github.junitattrib.method;

import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;

/**
 * The scores by the word embeddings, with the part of the gradient that flows through one hidden unit:
 * ∂F/∂h_j · ∂h_j/∂x.
 *
 * @param text cut at the unit's layer
 * @param unit h_j
 */
record ThroughUnit(LayeredText text, TargetScore.HiddenUnit unit) implements ScoreFunction {

    @Override
    public double[][] scores(double[][] points) {
        return text.above().scores(text.below().scores(points));
    }

    @Override
    public ScoreGradients gradients(double[][] points, TargetScore target) {
        ScoreGradients below = text.below().gradients(points, unit);
        ScoreGradients above = text.above().gradients(below.scores(), target);
        double[][] through = below.gradients();
        for (int b = 0; b < points.length; b++) {
            double slope = above.gradients()[b][unit.unit()];
            for (int i = 0; i < through[b].length; i++) {
                through[b][i] *= slope;
            }
        }
        return new ScoreGradients(above.scores(), through);
    }

    @Override
    public int batchSize() {
        return text.below().batchSize();
    }
}
