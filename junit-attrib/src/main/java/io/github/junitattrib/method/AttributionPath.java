package io.github.junitattrib.method;

import io.github.junitattrib.PathPoint;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The straight line from x' to x with the explained score on it: what quadrature rules sample.
 *
 * <p>Each gradient [T·D] is reduced to one number per token at once, so that samples are small and can be weighted
 * anew by every level of a nested rule. A path belongs to one run on one thread.
 */
final class AttributionPath {

    private final ExplainedInput input;
    private final ScoreFunction function;
    private final TargetScore target;
    private final List<PathSample> sampled = new ArrayList<>();

    AttributionPath(ExplainedInput input, ScoreFunction function, TargetScore target) {
        this.input = input;
        this.function = function;
        this.target = target;
    }

    /** Returns the number of tokens T. */
    int tokens() {
        return input.text().size();
    }

    /** Evaluates the path, in chunks whose size depends on the text alone, so that results do not vary. */
    List<PathSample> sample(double[] alphas) {
        int chunk = function.batchSize();
        List<PathSample> samples = new ArrayList<>(alphas.length);
        for (int from = 0; from < alphas.length; from += chunk) {
            int size = Math.min(chunk, alphas.length - from);
            double[][] points = new double[size][];
            for (int i = 0; i < size; i++) {
                points[i] = point(alphas[from + i]);
            }
            ScoreGradients result = function.gradients(points, target);
            for (int i = 0; i < size; i++) {
                samples.add(new PathSample(
                        alphas[from + i], target.value(result.scores()[i]), densities(result.gradients()[i])));
            }
        }
        sampled.addAll(samples);
        return samples;
    }

    /** Returns the number of points evaluated so far. */
    int evaluations() {
        return sampled.size();
    }

    /** Returns F at every point evaluated so far, in the order of alpha. */
    List<PathPoint> curve() {
        return sampled.stream()
                .map(sample -> new PathPoint(sample.alpha(), sample.score()))
                .sorted(Comparator.comparingDouble(PathPoint::alpha))
                .toList();
    }

    private double[] point(double alpha) {
        double[] x = input.input();
        double[] baseline = input.baseline();
        double[] point = new double[x.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = baseline[i] + alpha * (x[i] - baseline[i]);
        }
        return point;
    }

    private double[] densities(double[] gradient) {
        double[] x = input.input();
        double[] baseline = input.baseline();
        int width = input.width();
        double[] densities = new double[tokens()];
        for (int token = 0; token < densities.length; token++) {
            double sum = 0;
            for (int i = token * width; i < (token + 1) * width; i++) {
                sum += (x[i] - baseline[i]) * gradient[i];
            }
            densities[token] = sum;
        }
        return densities;
    }
}
