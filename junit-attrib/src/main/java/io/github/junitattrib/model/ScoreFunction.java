package io.github.junitattrib.model;

import io.github.junitattrib.TargetScore;

/**
 * F: the scores of all classes as a differentiable function of a point; the one thing that path methods ask for.
 *
 * <p>Points are plain arrays of doubles, so that methods need to know nothing of native memory and closed forms keep
 * their precision; a network converts them to its own number type. A result must not depend on the thread that asked.
 */
public interface ScoreFunction {

    /**
     * Computes the scores at several points.
     *
     * @param points the points [B][n]
     * @return the scores [B][C]
     */
    double[][] scores(double[][] points);

    /**
     * Computes scores and the gradient of a number made of them at several points.
     *
     * @param points the points [B][n]
     * @param target t, the number that is differentiated
     * @return scores [B][C] and gradients ∂t/∂z [B][n]
     */
    ScoreGradients gradients(double[][] points, TargetScore target);

    /**
     * Returns how many points one call should carry: a fixed number for a given text, so that results do not depend
     * on who asks.
     *
     * @return at least 1
     */
    int batchSize();
}
