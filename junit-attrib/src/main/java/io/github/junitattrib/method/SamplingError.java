package io.github.junitattrib.method;

import java.util.Locale;
import java.util.Map;

/**
 * Whether the standard errors of sampled scores are small enough, and how many samples would make them so.
 *
 * @param share largest standard error that converged results have, as a share of the largest score
 */
record SamplingError(double share) {

    /** One standard error of a tenth of the largest score: what sampled methods take by default. */
    static final double DEFAULT_SHARE = 0.1;

    /**
     * Judges a run.
     *
     * @param option what the remedy names, such as {@code permutations}
     * @param samples how many were taken
     * @param noise rounding error, below which nothing is asked for
     * @param found what else is reported
     */
    Verification judge(
            double[] scores, double[] errors, double noise, String option, int samples, Map<String, String> found) {
        double allowed = share * Panel.largest(scores);
        double error = Panel.largest(errors);
        if (error <= Math.max(allowed, noise)) {
            return new Verification(true, "", found);
        }
        double needed = Math.ceil(samples * Math.pow(error / allowed, 2) * 1.2);
        String amount = needed < 1e7 ? String.format(Locale.ROOT, "about %.0f", needed) : "many more";
        return new Verification(
                false,
                String.format(
                        Locale.ROOT,
                        "The standard error of a score is %.2g, more than %.2g of the largest score, after %d %s. Take %s,"
                                + " or fewer units, such as Units.SENTENCES or Units.windows(3).",
                        error,
                        share,
                        samples,
                        option,
                        amount),
                found);
    }
}
