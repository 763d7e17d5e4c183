package io.github.junitattrib.method;

import java.util.BitSet;
import java.util.List;

/**
 * The linear model that LIME fits: a weighted regression with an intercept that is not penalised.
 *
 * @param scores coefficient of each unit
 * @param errors standard error of each, under another draw of the samples
 * @param intercept value without any unit
 * @param r2 share of the weighted variance that the model explains; 1 where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // read-only between the classes of this package
record LimeFit(double[] scores, double[] errors, double intercept, double r2) {

    /** Fits values of coalitions, of which the first is the text itself; centring by weighted means takes the intercept out of the penalty. */
    static LimeFit of(
            List<BitSet> coalitions,
            int players,
            double[] values,
            double[] weights,
            Lime.Penalty penalty,
            double alpha) {
        double total = 0;
        double meanValue = 0;
        double[] means = new double[players];
        for (int k = 0; k < values.length; k++) {
            total += weights[k];
            meanValue += weights[k] * values[k];
            for (int i = 0; i < players; i++) {
                means[i] += coalitions.get(k).get(i) ? weights[k] : 0;
            }
        }
        meanValue /= total;
        double[][] rows = new double[values.length][players];
        double[] centred = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            centred[k] = values[k] - meanValue;
            for (int i = 0; i < players; i++) {
                rows[k][i] = (coalitions.get(k).get(i) ? 1 : 0) - means[i] / total;
            }
        }
        WeightedFit fit = penalty == Lime.Penalty.RIDGE
                ? WeightedFit.of(rows, centred, weights, alpha, WeightedFit.Draws.AFTER_FIRST)
                : Lasso.of(rows, centred, weights, alpha, WeightedFit.Draws.AFTER_FIRST);
        double intercept = meanValue;
        for (int i = 0; i < players; i++) {
            intercept -= fit.coefficients()[i] * means[i] / total;
        }
        return new LimeFit(fit.coefficients(), fit.errors(), intercept, r2(rows, centred, weights, fit.coefficients()));
    }

    private static double r2(double[][] rows, double[] centred, double[] weights, double[] coefficients) {
        double left = 0;
        double variance = 0;
        for (int k = 0; k < rows.length; k++) {
            double residual = centred[k] - WeightedFit.dot(rows[k], coefficients);
            left += weights[k] * residual * residual;
            variance += weights[k] * centred[k] * centred[k];
        }
        return variance == 0 ? 1 : 1 - left / variance;
    }
}
