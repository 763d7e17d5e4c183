package io.github.junitattrib.method;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How many random samples a gradient method takes, from which seed, and how small their standard error must be.
 *
 * <p>The same seed gives the same samples on every thread and machine. More samples begin with the same ones.
 *
 * @param samples number of samples, at least 2
 * @param tolerance largest standard error of a token as a share of the largest |score|
 * @param seed of the random numbers
 */
public record GradientSampling(int samples, double tolerance, long seed) {

    /** Where nothing else is asked for: a standard error of 10 % of the largest score. */
    private static final double TOLERANCE = 0.1;

    private static final long SEED = 1;

    /**
     * Checks the numbers.
     *
     * @param samples number of samples, at least 2
     * @param tolerance largest standard error of a token as a share of the largest |score|
     * @param seed of the random numbers
     * @throws IllegalArgumentException if there are too few samples or the tolerance is no positive number
     */
    public GradientSampling {
        if (samples < 2) {
            throw new IllegalArgumentException(
                    "A standard error needs at least 2 samples, but " + samples + " were asked for. Take 50 or more.");
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("The tolerance must be a share above 0, but is " + tolerance
                    + ". Random samples are never exact: take 0.1, for instance.");
        }
    }

    /**
     * Takes a number of samples with the usual tolerance and seed.
     *
     * @param samples number of samples, at least 2
     * @return tolerance 10 %, seed 1
     */
    public static GradientSampling of(int samples) {
        return new GradientSampling(samples, TOLERANCE, SEED);
    }

    /**
     * Changes when the result counts as converged.
     *
     * @param share largest standard error of a token as a share of the largest |score|
     * @return a changed copy
     */
    public GradientSampling within(double share) {
        return new GradientSampling(samples, share, seed);
    }

    /**
     * Changes the seed.
     *
     * @param other of the random numbers
     * @return a changed copy
     */
    public GradientSampling seed(long other) {
        return new GradientSampling(samples, tolerance, other);
    }

    /** Returns the options for reports. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("samples", Integer.toString(samples));
        parameters.put("seed", Long.toString(seed));
        if (tolerance != TOLERANCE) {
            parameters.put("tolerance", Double.toString(tolerance));
        }
        return parameters;
    }

    /** Says how many samples are needed; empty if the standard errors are small enough. */
    String remedy(double[] scores, double[] standardErrors) {
        double share = Panel.largest(standardErrors) / Panel.largest(scores);
        if (share <= tolerance) {
            return "";
        }
        double needed = Math.ceil(samples * (share / tolerance) * (share / tolerance));
        return String.format(
                Locale.ROOT,
                "Take about %.0f samples instead of %d: the largest standard error is %.0f %% of the largest score, more"
                        + " than %.0f %%.",
                needed,
                samples,
                100 * share,
                100 * tolerance);
    }
}
