package io.github.junitattrib.method;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The Gauss–Legendre rule on [0, 1], with the companion on every second of its points; computed once per number of
 * points.
 *
 * <p>Nodes and weights are Hipparchus'; it takes half a second for 300 points, hence the cache.
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
        // A factory of its own for each rule: Hipparchus' factories fill their caches without locks.
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodes.length, 0, 1);
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = rule.getPoint(k);
            weights[k] = rule.getWeight(k);
        }
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
