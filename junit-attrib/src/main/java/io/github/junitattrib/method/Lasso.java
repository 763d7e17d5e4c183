package io.github.junitattrib.method;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The lasso, min Σ w (y − Xβ)² / (2 Σ w) + α Σ |β|, by coordinate descent (J. Friedman, T. Hastie, R. Tibshirani,
 * Regularization Paths for Generalized Linear Models via Coordinate Descent, 2010).
 */
final class Lasso {

    private static final int MOST_SWEEPS = 100_000;
    /** Change of a coefficient in one sweep, as a share of the largest, at which the descent ends. */
    private static final double SMALL = 1e-12;

    private Lasso() {}

    /** Fits centred rows; the errors are those of least squares on the columns that are not 0. */
    static WeightedFit of(double[][] rows, double[] values, double[] weights, double alpha, WeightedFit.Draws draws) {
        double total = Arrays.stream(weights).sum();
        int m = rows[0].length;
        double[] beta = new double[m];
        double[] residuals = values.clone();
        boolean moving = true;
        for (int sweep = 0; moving && sweep < MOST_SWEEPS; sweep++) {
            double change = 0;
            for (int j = 0; j < m; j++) {
                change = Math.max(change, step(rows, weights, residuals, beta, j, alpha * total));
            }
            moving = change > SMALL * Panel.largest(beta);
        }
        return new WeightedFit(beta, errors(rows, values, weights, beta, draws), new double[m][m]);
    }

    /** Minimises over one coefficient, and returns how far it moved. */
    private static double step(
            double[][] rows, double[] weights, double[] residuals, double[] beta, int j, double threshold) {
        double square = 0;
        double product = 0;
        for (int k = 0; k < rows.length; k++) {
            double x = rows[k][j];
            square += weights[k] * x * x;
            product += weights[k] * x * (residuals[k] + beta[j] * x);
        }
        double before = beta[j];
        beta[j] = square == 0 ? 0 : Math.signum(product) * Math.max(0, Math.abs(product) - threshold) / square;
        double moved = beta[j] - before;
        for (int k = 0; k < rows.length; k++) {
            residuals[k] -= moved * rows[k][j];
        }
        return Math.abs(moved);
    }

    private static double[] errors(
            double[][] rows, double[] values, double[] weights, double[] beta, WeightedFit.Draws draws) {
        int[] active = IntStream.range(0, beta.length).filter(j -> beta[j] != 0).toArray();
        double[] errors = new double[beta.length];
        if (active.length > 0) {
            double[][] columns = Arrays.stream(rows)
                    .map(row -> Arrays.stream(active).mapToDouble(j -> row[j]).toArray())
                    .toArray(double[][]::new);
            double[] ofActive =
                    WeightedFit.of(columns, values, weights, 0, draws).errors();
            for (int a = 0; a < active.length; a++) {
                errors[active[a]] = ofActive[a];
            }
        }
        return errors;
    }
}
