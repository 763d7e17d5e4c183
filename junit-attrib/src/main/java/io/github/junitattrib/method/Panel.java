package io.github.junitattrib.method;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of the path with the samples of one level of the nested Clenshaw–Curtis rule.
 *
 * <p>The level before is a subset of the samples, so the error estimates cost nothing.
 */
final class Panel {

    private final double start;
    private final double end;
    private final List<PathSample> samples;

    private Panel(double start, double end, List<PathSample> samples) {
        this.start = start;
        this.end = end;
        this.samples = samples;
    }

    /** Returns the places of the first level on the whole path: 9 points. */
    static double[] first() {
        return nodes(0, 1, 9);
    }

    /** Makes the whole path at its first level. */
    static Panel whole(List<PathSample> samples) {
        return new Panel(0, 1, samples);
    }

    int points() {
        return samples.size();
    }

    int shares() {
        return samples.get(0).densities().length;
    }

    /** Returns the places that the next level adds: 2N + 1 points, of which every second is here already. */
    double[] doubling() {
        double[] nodes = nodes(start, end, 2 * points() - 1);
        double[] added = new double[points() - 1];
        for (int i = 0; i < added.length; i++) {
            added[i] = nodes[2 * i + 1];
        }
        return added;
    }

    /** Goes to the next level. */
    Panel doubled(List<PathSample> added) {
        List<PathSample> merged = new ArrayList<>(2 * points() - 1);
        for (int i = 0; i < 2 * points() - 1; i++) {
            merged.add(i % 2 == 0 ? samples.get(i / 2) : added.get(i / 2));
        }
        return new Panel(start, end, merged);
    }

    /** Returns the places that two halves add, of 9 points each, which share 3 with this panel. */
    double[] halving() {
        double middle = middle().alpha();
        double[] added = new double[14];
        System.arraycopy(nodes(start, middle, 9), 1, added, 0, 7);
        System.arraycopy(nodes(middle, end, 9), 1, added, 7, 7);
        return added;
    }

    /** Splits in the middle. */
    List<Panel> halves(List<PathSample> added) {
        return List.of(
                new Panel(start, middle().alpha(), ends(samples.get(0), added.subList(0, 7), middle())),
                new Panel(middle().alpha(), end, ends(middle(), added.subList(7, 14), samples.get(points() - 1))));
    }

    private PathSample middle() {
        return samples.get(points() / 2);
    }

    /** The integral over the panel on every 2^coarser-th sample [T]. */
    double[] integral(int coarser) {
        int step = 1 << coarser;
        double[] weights = ClenshawCurtisWeights.of((points() - 1) / step + 1);
        double[] sum = new double[samples.get(0).densities().length];
        for (int k = 0; k < weights.length; k++) {
            double[] densities = samples.get(k * step).densities();
            double weight = weights[k] * (end - start);
            for (int token = 0; token < sum.length; token++) {
                sum[token] += weight * densities[token];
            }
        }
        return sum;
    }

    /** The largest ∫ |densities| of a token over the panel. */
    double magnitude() {
        double[] weights = ClenshawCurtisWeights.of(points());
        double largest = 0;
        for (int token = 0; token < samples.get(0).densities().length; token++) {
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * (end - start) * Math.abs(samples.get(k).densities()[token]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** |change| of every token between the last two levels [T]. */
    double[] changes() {
        return distance(integral(0), integral(1));
    }

    /** How fast the largest change shrinks from level to level: near 0 on smooth stretches, near 1 at a kink. */
    double decay() {
        double before = largest(distance(integral(1), integral(2)));
        double now = largest(changes());
        return before == 0 ? 1 : Math.min(1, now / before);
    }

    /** How far the panel is from complete: its own Σ integral − (F(end) − F(start)). */
    double delta() {
        double sum = 0;
        for (double token : integral(0)) {
            sum += token;
        }
        return sum - (samples.get(points() - 1).score() - samples.get(0).score());
    }

    static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double[] distance(double[] a, double[] b) {
        double[] distance = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            distance[i] = Math.abs(a[i] - b[i]);
        }
        return distance;
    }

    private static List<PathSample> ends(PathSample first, List<PathSample> inner, PathSample last) {
        List<PathSample> all = new ArrayList<>(inner.size() + 2);
        all.add(first);
        all.addAll(inner);
        all.add(last);
        return all;
    }

    /** The Clenshaw–Curtis points of a stretch: (1 − cos(πj/N)) / 2, ends exact. */
    private static double[] nodes(double start, double end, int points) {
        double[] nodes = new double[points];
        for (int j = 0; j < points; j++) {
            nodes[j] = start + (end - start) * (1 - Math.cos(Math.PI * j / (points - 1))) / 2;
        }
        nodes[points / 2] = start + (end - start) / 2;
        nodes[points - 1] = end;
        return nodes;
    }
}
