package io.github.junitattrib.method;

import io.github.junitattrib.PathPoint;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The attribution of one path, or the mean of several.
 *
 * @param integral scores with their error bars [T]
 * @param inputScore F(x)
 * @param baselineScore F(x')
 * @param converged whether the tolerance was met
 * @param evaluations number of points
 * @param curve the evaluated points; empty for the mean of several paths
 */
record PathResult(
        PathIntegral integral,
        double inputScore,
        double baselineScore,
        boolean converged,
        int evaluations,
        List<PathPoint> curve) {

    /** Judges an integral by what it misses of F(x) − F(x'), which the error bars of a converged one cover. */
    static PathResult of(
            PathIntegral integral,
            Tolerance tolerance,
            double inputScore,
            double baselineScore,
            int evaluations,
            List<PathPoint> curve) {
        double range = inputScore - baselineScore;
        boolean converged = tolerance.isMetBy(integral, range);
        return new PathResult(
                converged ? integral.coveringDelta(range) : integral,
                inputScore,
                baselineScore,
                converged,
                evaluations,
                curve);
    }

    /** What keeps the numbers from a verdict: {@code otherwise} where they have not converged; empty if nothing does. */
    String remedy(String otherwise) {
        return converged
                ? Remedy.ofConverged(integral.scores(), integral.bars())
                : Remedy.unlessBroken(integral.scores(), otherwise);
    }

    /** F(x) − F(x'). */
    double range() {
        return inputScore - baselineScore;
    }

    /** Averages paths to the same input; completeness holds for the mean of the baselines' scores. */
    static PathResult mean(List<PathResult> paths) {
        if (paths.size() == 1) {
            return paths.get(0);
        }
        return new PathResult(
                new PathIntegral(
                        means(paths, path -> path.integral().scores()),
                        means(paths, path -> path.integral().errors()),
                        mean(paths, path -> path.integral().magnitude())),
                mean(paths, PathResult::inputScore),
                mean(paths, PathResult::baselineScore),
                paths.stream().allMatch(PathResult::converged),
                paths.stream().mapToInt(PathResult::evaluations).sum(),
                List.of());
    }

    private static double mean(List<PathResult> paths, ToDoubleFunction<PathResult> number) {
        return paths.stream().mapToDouble(number).sum() / paths.size();
    }

    private static double[] means(List<PathResult> paths, Function<PathResult, double[]> numbers) {
        double[] mean = new double[numbers.apply(paths.get(0)).length];
        for (PathResult path : paths) {
            double[] ofPath = numbers.apply(path);
            for (int t = 0; t < mean.length; t++) {
                mean[t] += ofPath[t] / paths.size();
            }
        }
        return mean;
    }
}
