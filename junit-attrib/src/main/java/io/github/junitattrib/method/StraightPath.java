package io.github.junitattrib.method;

import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;

/**
 * The line integral of Integrated Gradients for any function and target, whose shares sum to F(x) − F(x').
 *
 * @param function F
 * @param target the number of its outputs that is explained
 * @param rule how the integral is computed
 */
record StraightPath(ScoreFunction function, TargetScore target, IntegrationRule rule) {

    /** Integrates from x' to x with one share for each token. */
    PathResult integrate(ExplainedInput ends) {
        return integrate(ends, ends.width());
    }

    /** Integrates from x' to x with one share for each {@code width} numbers. */
    PathResult integrate(ExplainedInput ends, int width) {
        double[][] outputs = function.scores(new double[][] {ends.input(), ends.baseline()});
        return integrate(ends, width, outputs);
    }

    /** Integrates where the outputs at x and x' are known. */
    PathResult integrate(ExplainedInput ends, int width, double[][] outputs) {
        double atInput = target.value(outputs[0]);
        double atBaseline = target.value(outputs[1]);
        double range = atInput - atBaseline;
        AttributionPath path = new AttributionPath(ends, function, target, width);
        return result(path, Integration.of(rule, range).over(path), atInput, atBaseline);
    }

    /** Judges what was found along a path. */
    PathResult result(AttributionPath path, PathIntegral integral, double atInput, double atBaseline) {
        return PathResult.of(integral, rule.tolerance(), atInput, atBaseline, path.evaluations(), path.curve());
    }
}
