package io.github.junitattrib.method;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Weights of the Clenshaw–Curtis rule on [0, 1], computed once per number of points. */
final class ClenshawCurtisWeights {

    private static final Map<Integer, double[]> WEIGHTS = new ConcurrentHashMap<>();

    private ClenshawCurtisWeights() {}

    /** Returns the weights for an odd number of points; shared, so they are only read. */
    static double[] of(int points) {
        return WEIGHTS.computeIfAbsent(points, ClenshawCurtisWeights::compute);
    }

    /** w_j = c_j/(2N) · (1 − Σ_k b_k cos(2πjk/N) / (4k² − 1)), with b = 1 at k = N/2 and 2 before, c = 1 at the ends. */
    private static double[] compute(int points) {
        int n = points - 1;
        double[] weights = new double[points];
        for (int j = 0; j <= n; j++) {
            double sum = 1;
            for (int k = 1; k <= n / 2; k++) {
                double b = 2 * k == n ? 1 : 2;
                sum -= b * Math.cos(2 * Math.PI * j * k / n) / (4.0 * k * k - 1);
            }
            weights[j] = (j == 0 || j == n ? 1 : 2) * sum / (2 * n);
        }
        return weights;
    }
}
