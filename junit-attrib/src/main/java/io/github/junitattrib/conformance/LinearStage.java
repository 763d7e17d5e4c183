package io.github.junitattrib.conformance;

import io.github.junitattrib.model.Propagation;
import java.util.Arrays;

/**
 * W x + b.
 *
 * @param weights W [m][n]
 * @param bias b [m]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LinearStage(double[][] weights, double[] bias) implements Stage {

    static LinearStage of(double[][] weights, double[] bias) {
        double[] all = bias.clone();
        if (bias.length == 1) {
            all = new double[weights.length];
            Arrays.fill(all, bias[0]);
        }
        int inputs = weights.length == 0 ? 0 : weights[0].length;
        if (inputs == 0
                || all.length != weights.length
                || Arrays.stream(weights).anyMatch(w -> w.length != inputs)) {
            throw new IllegalArgumentException(
                    "A linear stage needs rows of the same length and a bias for each, but has " + weights.length
                            + " rows and " + bias.length + " biases. Give one bias of 0 for none.");
        }
        return new LinearStage(Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new), all);
    }

    @Override
    public double[] forward(double[] x) {
        double[] z = bias.clone();
        for (int k = 0; k < z.length; k++) {
            for (int i = 0; i < x.length; i++) {
                z[k] += weights[k][i] * x[i];
            }
        }
        return z;
    }

    @Override
    public double[] backward(double[] x, double[] slopes) {
        double[] back = new double[x.length];
        for (int k = 0; k < slopes.length; k++) {
            for (int i = 0; i < back.length; i++) {
                back[i] += slopes[k] * weights[k][i];
            }
        }
        return back;
    }

    @Override
    public double[] differences(double[] x, double[] reference, double[] slopes) {
        return backward(x, slopes);
    }

    /** Relevance z_k s_k is shared by contributions to h_k, which is z_k but for γ: s_k z_k / (h_k ± ε) times ∂h_k/∂x_i. */
    @Override
    public double[] relevance(double[] x, double[] slopes, Propagation.Relevance rule) {
        if (rule.epsilon() == 0 && rule.gamma() == 0) {
            return backward(x, slopes);
        }
        double[] z = forward(x);
        double[] back = new double[x.length];
        for (int k = 0; k < z.length; k++) {
            double sign = z[k] >= 0 ? 1 : -1;
            double h = favoured(bias[k], sign, rule.gamma());
            for (int i = 0; i < x.length; i++) {
                h += favoured(weights[k][i], sign * Math.signum(x[i]), rule.gamma()) * x[i];
            }
            double divisor = h + sign * rule.epsilon();
            double share = divisor == 0 ? 0 : slopes[k] * z[k] / divisor;
            for (int i = 0; i < x.length; i++) {
                back[i] += share * favoured(weights[k][i], sign * Math.signum(x[i]), rule.gamma());
            }
        }
        return back;
    }

    /** Counts w 1 + γ times where its contribution agrees with the output (C. Anders and others 2021, Zennit). */
    private static double favoured(double w, double sign, double gamma) {
        return w * sign > 0 ? w * (1 + gamma) : w;
    }
}
