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

    /**
     * The standard error of the variance: √((m₄ − (N − 3)/(N − 1) m₂²)/N) with central moments; without the factor, two
     * samples would claim no error at all.
     */
    double[] varianceErrors() {
        double[] second = variances();
        double[] fourth = averages(means(), deviation -> Math.pow(deviation, 4));
        double[] errors = new double[second.length];
        int count = samples.size();
        double share = (count - 3.0) / (count - 1.0);
        for (int t = 0; t < errors.length; t++) {
            errors[t] = Math.sqrt(Math.max(0, fourth[t] - share * second[t] * second[t]) / count);
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
