package io.github.junitattrib.method;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * A linear model of values by weighted least squares, with a penalty α‖β‖² on its coefficients β (ridge).
 *
 * @param coefficients β
 * @param errors standard errors of β under another draw of the same samples (White's estimator, which does not ask for
 *     the linear model to be true)
 * @param covariance of β, whose diagonal has the squares of the errors
 */
@SuppressWarnings("ArrayRecordComponent") // read-only between the classes of this package
record WeightedFit(double[] coefficients, double[] errors, double[][] covariance) {

    /**
     * How rows came about.
     *
     * @param fixed number of first rows that are the same in every draw
     * @param cluster number of neighbouring rows that were drawn together
     */
    record Draws(int fixed, int cluster) {

        /** Each row on its own. */
        static final Draws SINGLE = new Draws(0, 1);

        /** A first row that is always there, then each on its own. */
        static final Draws AFTER_FIRST = new Draws(1, 1);

        /** Two and two. */
        static final Draws PAIRS = new Draws(0, 2);
    }

    /**
     * Solves (XᵀWX + αI) β = XᵀWy.
     *
     * @param rows X [n][m]
     * @param values y [n]
     * @param weights W [n]
     * @param draws which rows were drawn at random
     */
    static WeightedFit of(double[][] rows, double[] values, double[] weights, double alpha, Draws draws) {
        int m = rows[0].length;
        double[][] normal = new double[m][m];
        double[] right = new double[m];
        for (int k = 0; k < rows.length; k++) {
            double[] row = rows[k];
            for (int i = 0; i < m; i++) {
                right[i] += weights[k] * row[i] * values[k];
                for (int j = 0; j <= i; j++) {
                    // Rounded alike on both sides of the diagonal, as the decomposition asks.
                    normal[i][j] += weights[k] * row[i] * row[j];
                    normal[j][i] = normal[i][j];
                }
            }
        }
        for (int i = 0; i < m; i++) {
            normal[i][i] += alpha;
        }
        CholeskyDecomposition cholesky = new CholeskyDecomposition(new Array2DRowRealMatrix(normal, false));
        RealVector beta = cholesky.getSolver().solve(new ArrayRealVector(right, false));
        double[] coefficients = beta.toArray();
        RealMatrix inverse = cholesky.getSolver().getInverse();
        RealMatrix meat = new Array2DRowRealMatrix(meat(rows, values, weights, coefficients, draws), false);
        double[][] covariance = inverse.multiply(meat).multiply(inverse).getData();
        double[] errors = new double[m];
        for (int i = 0; i < m; i++) {
            errors[i] = Math.sqrt(Math.max(0, covariance[i][i]));
        }
        return new WeightedFit(coefficients, errors, covariance);
    }

    /**
     * The covariance of Σ g over the draws, where g is a cluster's Σ w · residual · row: n times the covariance of g. A
     * penalty or a fixed row leaves g a mean, which is no error.
     */
    private static double[][] meat(
            double[][] rows, double[] values, double[] weights, double[] coefficients, Draws draws) {
        int m = coefficients.length;
        double[][] products = new double[m][m];
        double[] sum = new double[m];
        int clusters = 0;
        for (int from = draws.fixed(); from < rows.length; from += draws.cluster()) {
            double[] pull = new double[m];
            for (int k = from; k < Math.min(from + draws.cluster(), rows.length); k++) {
                double residual = values[k] - dot(rows[k], coefficients);
                for (int i = 0; i < m; i++) {
                    pull[i] += weights[k] * residual * rows[k][i];
                }
            }
            clusters++;
            for (int i = 0; i < m; i++) {
                sum[i] += pull[i];
                for (int j = 0; j < m; j++) {
                    products[i][j] += pull[i] * pull[j];
                }
            }
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                products[i][j] -= sum[i] * sum[j] / Math.max(1, clusters);
            }
        }
        return products;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
