package io.github.junitattrib.method;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Gauss–Legendre rule on [0, 1], with the companion on every second of its points; computed once per number of
 * points.
 *
 * <p>Nodes are the zeros of the Legendre polynomial, found by Newton's method from Tricomi's estimate: work grows with
 * n², where the usual library takes a minute for 1000 points.
 *
 * @param nodes in rising order [n]
 * @param weights sum to 1 [n]
 * @param companion weights of the rule through every second node, zero at the others [n]
 */
@SuppressWarnings("ArrayRecordComponent") // shared and read-only between the classes of this package
record GaussLegendre(double[] nodes, double[] weights, double[] companion) {

    private static final Map<Integer, GaussLegendre> RULES = new ConcurrentHashMap<>();

    static GaussLegendre of(int points) {
        GaussLegendre known = RULES.get(points);
        if (known != null) {
            return known;
        }
        GaussLegendre rule = compute(points);
        RULES.put(points, rule);
        return rule;
    }

    private static GaussLegendre compute(int n) {
        double[] nodes = new double[n];
        double[] weights = new double[n];
        fill(nodes, weights);
        return new GaussLegendre(nodes, weights, n == 1 ? new double[1] : everySecond(nodes));
    }

    private static void fill(double[] nodes, double[] weights) {
        int n = nodes.length;
        for (int k = 0; k < n; k++) {
            double x = -Math.cos(Math.PI * (k + 0.75) / (n + 0.5));
            // Converges quadratically from this start; further steps change the last bit at most.
            for (int step = 0; step < 8; step++) {
                double[] legendre = legendre(n, x);
                x -= legendre[0] / legendre[1];
            }
            double derivative = legendre(n, x)[1];
            nodes[k] = (1 + x) / 2;
            weights[k] = 1 / ((1 - x * x) * derivative * derivative);
        }
    }

    /** P_n(x) and P_n'(x) by the three-term recurrence. */
    private static double[] legendre(int n, double x) {
        double before = 1;
        double value = x;
        for (int k = 2; k <= n; k++) {
            double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
            before = value;
            value = next;
        }
        return new double[] {value, n * (x * value - before) / (x * x - 1)};
    }

    /** Weights that integrate the polynomial through every second node: stable, as these crowd at the ends too. */
    private static double[] everySecond(double[] nodes) {
        int m = (nodes.length + 1) / 2;
        double[] companion = new double[nodes.length];
        double[] points = new double[m];
        double[] weights = new double[m];
        fill(points, weights);
        for (int j = 0; j < m; j++) {
            for (int q = 0; q < m; q++) {
                companion[2 * j] += weights[q] * basis(nodes, m, j, points[q]);
            }
        }
        return companion;
    }

    /** The Lagrange polynomial that is 1 at node 2j and 0 at the other even ones. */
    private static double basis(double[] nodes, int m, int j, double alpha) {
        double basis = 1;
        for (int i = 0; i < m; i++) {
            if (i != j) {
                basis *= (alpha - nodes[2 * i]) / (nodes[2 * j] - nodes[2 * i]);
            }
        }
        return basis;
    }
}
