package io.github.junitattrib.model;

import io.github.junitattrib.TargetScore;

/**
 * A function of scores whose outputs stand in another order.
 *
 * @param function of the model
 * @param permutation of its outputs
 */
record PermutedFunction(ScoreFunction function, LabelPermutation permutation) implements ScoreFunction {

    @Override
    public double[][] scores(double[][] points) {
        return permutation.of(function.scores(points));
    }

    @Override
    public ScoreGradients gradients(double[][] points, TargetScore target) {
        return permutation.of(function.gradients(points, permutation.sourceOf(target)));
    }

    @Override
    public int batchSize() {
        return function.batchSize();
    }
}
