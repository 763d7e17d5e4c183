package io.github.junitattrib.method;

import io.github.junitattrib.PathPoint;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The straight line from x' to x with the explained score on it.
 *
 * <p>Each gradient [T·D] is reduced to one number per token (or to one per unit) at once, so that samples are small and can be weighted
 * anew by every level of a nested rule. A path belongs to one run on one thread.
 */
final class AttributionPath implements SampledPath {

    private final ExplainedInput input;
    private final ScoreFunction function;
    private final TargetScore target;
    private final int width;
    private final List<PathSample> sampled = new ArrayList<>();

    /** Makes the path with one share for each token. */
    AttributionPath(ExplainedInput input, ScoreFunction function, TargetScore target) {
        this(input, function, target, input.width());
    }

    /** Makes the path with one share for each {@code width} numbers of the input. */
    AttributionPath(ExplainedInput input, ScoreFunction function, TargetScore target, int width) {
        this.input = input;
        this.function = function;
        this.target = target;
        this.width = width;
    }

    @Override
    public int shares() {
        return input.input().length / width;
    }

    /** Evaluates the path, in chunks whose size depends on the text alone, so that results do not vary. */
    @Override
    public List<PathSample> sample(double[] alphas) {
        int chunk = function.batchSize();
        List<PathSample> samples = new ArrayList<>(alphas.length);
        for (int from = 0; from < alphas.length; from += chunk) {
            double[] some = Arrays.copyOfRange(alphas, from, Math.min(from + chunk, alphas.length));
            ScoreGradients result = function.gradients(points(some), target);
            samples.addAll(sampled(some, result.scores(), result.gradients()));
        }
        return samples;
    }

    /** Returns the points at some places. */
    double[][] points(double[] alphas) {
        return Arrays.stream(alphas).mapToObj(alpha -> point(input, alpha)).toArray(double[][]::new);
    }

    /** Takes what was computed at the points of some places. */
    List<PathSample> sampled(double[] alphas, double[][] scores, double[][] gradients) {
        List<PathSample> samples = new ArrayList<>(alphas.length);
        for (int i = 0; i < alphas.length; i++) {
            samples.add(new PathSample(alphas[i], target.value(scores[i]), densities(gradients[i])));
        }
        sampled.addAll(samples);
        return samples;
    }

    @Override
    public int evaluations() {
        return sampled.size();
    }

    /** Returns F at every point evaluated so far, in the order of alpha. */
    List<PathPoint> curve() {
        return sampled.stream()
                .map(sample -> new PathPoint(sample.alpha(), sample.score()))
                .sorted(Comparator.comparingDouble(PathPoint::alpha))
                .toList();
    }

    /** Returns x' + α(x − x'). */
    static double[] point(ExplainedInput input, double alpha) {
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
        double[] densities = new double[shares()];
        for (int share = 0; share < densities.length; share++) {
            double sum = 0;
            for (int i = share * width; i < (share + 1) * width; i++) {
                sum += (x[i] - baseline[i]) * gradient[i];
            }
            densities[share] = sum;
        }
        return densities;
    }
}
