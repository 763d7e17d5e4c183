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
     * Solves (XᵀWX + αI) β = XᵀWy.
     *
     * @param rows X [n][m]
     * @param values y [n]
     * @param weights W [n]
     * @param cluster number of neighbouring rows that were drawn together
     */
    static WeightedFit of(double[][] rows, double[] values, double[] weights, double alpha, int cluster) {
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
        RealMatrix meat = new Array2DRowRealMatrix(meat(rows, values, weights, coefficients, cluster), false);
        double[][] covariance = inverse.multiply(meat).multiply(inverse).getData();
        double[] errors = new double[m];
        for (int i = 0; i < m; i++) {
            errors[i] = Math.sqrt(Math.max(0, covariance[i][i]));
        }
        return new WeightedFit(coefficients, errors, covariance);
    }

    /** Σ over clusters of g gᵀ, where g is the sum of its rows' w · residual · row. */
    private static double[][] meat(
            double[][] rows, double[] values, double[] weights, double[] coefficients, int cluster) {
        int m = coefficients.length;
        double[][] meat = new double[m][m];
        for (int from = 0; from < rows.length; from += cluster) {
            double[] pull = new double[m];
            for (int k = from; k < Math.min(from + cluster, rows.length); k++) {
                double residual = values[k] - dot(rows[k], coefficients);
                for (int i = 0; i < m; i++) {
                    pull[i] += weights[k] * residual * rows[k][i];
                }
            }
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    meat[i][j] += pull[i] * pull[j];
                }
            }
        }
        return meat;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
