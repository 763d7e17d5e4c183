package io.github.junitattrib.method;

import java.util.Map;

/**
 * When an integral is good enough for a verdict: |delta| and the error of every token must be small.
 *
 * <p>Delta alone is not enough: when it first falls below 1 %, single tokens are still off by up to 9 % of the largest.
 *
 * @param relativeDelta largest |delta| as a share of |F(x) − F(x')|
 * @param absoluteDelta |delta| that is always accepted, in the unit of the scores (logits)
 * @param tokenError largest error of a token as a share of the largest |score|
 */
public record Tolerance(double relativeDelta, double absoluteDelta, double tokenError) {

    /** 1 % of the difference of the scores or 1e-3 logits; 5 % of the largest score for every token. */
    public static final Tolerance DEFAULT = new Tolerance(0.01, 1e-3, 0.05);

    /**
     * Checks the numbers.
     *
     * @param relativeDelta largest |delta| as a share of |F(x) − F(x')|
     * @param absoluteDelta |delta| that is always accepted, in the unit of the scores (logits)
     * @param tokenError largest error of a token as a share of the largest |score|
     * @throws IllegalArgumentException if one of them is negative or not a number
     */
    public Tolerance {
        if (!(relativeDelta >= 0 && absoluteDelta >= 0 && tokenError >= 0)) {
            throw new IllegalArgumentException("Tolerances must be numbers from 0, but are " + relativeDelta + ", "
                    + absoluteDelta + " and " + tokenError + ".");
        }
    }

    /** Returns the numbers for reports, unless they are the usual ones. */
    Map<String, String> parameters() {
        return equals(DEFAULT) ? Map.of() : Map.of("tolerance", relativeDelta + "/" + absoluteDelta + "/" + tokenError);
    }

    /** Returns the largest |delta| that counts as complete. */
    double deltaLimit(double scoreRange) {
        return Math.max(relativeDelta * Math.abs(scoreRange), absoluteDelta);
    }

    /** Says whether both conditions hold; never for numbers that are not finite. */
    boolean isMetBy(PathIntegral integral, double scoreRange) {
        return Math.abs(integral.delta(scoreRange)) <= deltaLimit(scoreRange)
                && Panel.largest(integral.errors()) <= tokenError * Panel.largest(integral.scores());
    }
}
