package io.github.junitattrib.method;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Scores of several random samples, with the statistics over them.
 *
 * @param samples per sample [N], scores per token [T]
 */
record SampledScores(List<double[]> samples) {

    /** The mean of every token. */
    double[] means() {
        return averages(new double[samples.get(0).length], deviation -> deviation);
    }

    /** The population variance of every token, E[a²] − E[a]². */
    double[] variances() {
        return averages(means(), deviation -> deviation * deviation);
    }

    /** The standard error of the mean: s/√N with the unbiased s². */
    double[] standardErrors() {
        double[] errors = variances();
        for (int t = 0; t < errors.length; t++) {
            errors[t] = Math.sqrt(errors[t] / (samples.size() - 1));
        }
        return errors;
    }

    /** The standard error of the variance: √((m₄ − m₂²)/N) with central moments, right for large N. */
    double[] varianceErrors() {
        double[] second = variances();
        double[] fourth = averages(means(), deviation -> Math.pow(deviation, 4));
        double[] errors = new double[second.length];
        for (int t = 0; t < errors.length; t++) {
            errors[t] = Math.sqrt(Math.max(0, fourth[t] - second[t] * second[t]) / samples.size());
        }
        return errors;
    }

    private double[] averages(double[] centres, DoubleUnaryOperator ofDeviation) {
        double[] averages = new double[centres.length];
        for (double[] sample : samples) {
            for (int t = 0; t < averages.length; t++) {
                averages[t] += ofDeviation.applyAsDouble(sample[t] - centres[t]);
            }
        }
        for (int t = 0; t < averages.length; t++) {
            averages[t] /= samples.size();
        }
        return averages;
    }
}
