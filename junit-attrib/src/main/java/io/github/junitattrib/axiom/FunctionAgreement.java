package io.github.junitattrib.axiom;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Whether two functions take the same values, at points on the path between baseline and text and off it.
 *
 * @param points number of compared points
 * @param tolerance the largest difference that counts as none
 * @param largest the largest difference at any point
 * @param onPath the largest difference at points of the path itself, the text included; agreement there alone proves
 *     nothing
 * @param at where the functions differ: on the path if they do there, else where one part is displaced, else at a random
 *     point, and there where they differ most; the point of the largest difference if they agree
 * @param first the value of the first function there
 * @param second the value of the second function there
 */
public record FunctionAgreement(
        int points, double tolerance, double largest, double onPath, ProbePoint at, double first, double second) {

    /** Compares values [N] at points [N], at least one, by their range and their largest magnitude. */
    static FunctionAgreement of(List<ProbePoint> points, double[] first, double[] second, FunctionTolerance tolerance) {
        return of(points, first, second, tolerance.at(range(first, second), magnitude(first, second)));
    }

    /** The larger range of two functions: what lies between them does not widen it. */
    static double range(double[] first, double[] second) {
        return Math.max(range(first), range(second));
    }

    private static double range(double[] values) {
        DoubleSummaryStatistics all = DoubleStream.of(values).summaryStatistics();
        return all.getMax() - all.getMin();
    }

    static double magnitude(double[] first, double[] second) {
        return largest(first, i -> true, largest(second, i -> true, 0));
    }

    /** Compares values [N] at points [N], at least one, within a number. */
    static FunctionAgreement of(List<ProbePoint> points, double[] first, double[] second, double limit) {
        double[] differences = IntStream.range(0, first.length)
                .mapToDouble(i -> Math.abs(second[i] - first[i]))
                .toArray();
        int at = IntStream.range(0, first.length)
                .boxed()
                .max(Comparator.<Integer>comparingInt(i -> differences[i] > limit ? rank(points.get(i)) : 0)
                        .thenComparingDouble(i -> differences[i]))
                .orElseThrow();
        return new FunctionAgreement(
                first.length,
                limit,
                largest(differences, i -> true, 0),
                largest(differences, i -> points.get(i).onPath(), 0),
                points.get(at),
                first[at],
                second[at]);
    }

    /** What tells most comes first. */
    private static int rank(ProbePoint point) {
        return point.onPath() ? 3 : point.places().isEmpty() ? 1 : 2;
    }

    private static double largest(double[] numbers, IntPredicate which, double atLeast) {
        return IntStream.range(0, numbers.length)
                .filter(which)
                .mapToDouble(i -> Math.abs(numbers[i]))
                .reduce(atLeast, Math::max);
    }

    /** Compares what is made of pairs of points [2N], one after the other. */
    static FunctionAgreement ofPairs(List<ProbePoint> points, double[] values, FunctionTolerance tolerance) {
        return of(points, everySecond(values, 0), everySecond(values, 1), tolerance);
    }

    private static double[] everySecond(double[] values, int start) {
        return IntStream.range(0, values.length / 2)
                .mapToDouble(i -> values[2 * i + start])
                .toArray();
    }

    /**
     * Says whether the functions agree.
     *
     * @return true if no difference is above the tolerance
     */
    public boolean holds() {
        return largest <= tolerance;
    }
}
