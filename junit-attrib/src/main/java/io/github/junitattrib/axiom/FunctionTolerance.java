package io.github.junitattrib.axiom;

import java.util.Locale;

/**
 * How far the values of two functions may be apart and count as the same: a share of their range plus what rounding costs,
 * or a number in the unit of the scores if that is larger.
 *
 * <p>The range is what scores explain: a number added to both functions changes none. Rounding alone grows with the values
 * themselves.
 *
 * @param relative share of the range, from the smallest to the largest value of a function at the compared points
 * @param absolute in the unit of the scores
 * @param rounding share of the largest magnitude of a value
 */
public record FunctionTolerance(double relative, double absolute, double rounding) {

    /** 8 · 2^-23: so many steps of single precision, at the least, that sums in another order cost. */
    private static final double ULPS = 8.0 / (1 << 23);

    /**
     * What single precision may cost two builds of one network: 2e-5 of the range, and 8 · 2^-23 (about 1e-6) of the largest
     * value.
     *
     * <p>The embedded model and its variants that compute the same function (a traced archive, single in place of half
     * precision, other weights) stay within a tenth of it.
     */
    public static final FunctionTolerance FLOAT32 = relative(2e-5);

    /**
     * Checks the numbers.
     *
     * @param relative share of the range
     * @param absolute in the unit of the scores
     * @param rounding share of the largest magnitude of a value
     * @throws IllegalArgumentException if one of them is negative or no finite number
     */
    public FunctionTolerance {
        if (!(relative >= 0 && absolute >= 0 && rounding >= 0 && relative + absolute + rounding <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "A tolerance needs finite numbers from 0, but has " + relative + " relative, " + absolute
                            + " absolute and " + rounding + " for rounding. Take FunctionTolerance.FLOAT32.");
        }
    }

    /**
     * Allows a share of the range with the rounding of single precision, or a number in the unit of the scores if that is
     * larger.
     *
     * @param relative share of the range
     * @param absolute in the unit of the scores
     */
    public FunctionTolerance(double relative, double absolute) {
        this(relative, absolute, ULPS);
    }

    /**
     * Allows a share of the range, and the rounding of single precision.
     *
     * @param share such as 1e-3 for a quantized model
     * @return the tolerance
     */
    public static FunctionTolerance relative(double share) {
        return new FunctionTolerance(share, 0);
    }

    /**
     * Allows a number in the unit of the scores, and nothing else: no rounding either.
     *
     * @param number such as 0.01 logits
     * @return the tolerance
     */
    public static FunctionTolerance absolute(double number) {
        return new FunctionTolerance(0, number, 0);
    }

    /**
     * Returns the largest difference that counts as none.
     *
     * @param range from the smallest to the largest value
     * @param magnitude the largest magnitude of a value
     * @return in the unit of the scores
     */
    public double at(double range, double magnitude) {
        return Math.max(relative * range + rounding * magnitude, absolute);
    }

    @Override
    public String toString() {
        String share =
                String.format(Locale.ROOT, "%.3g of the range and %.3g of the largest value", relative, rounding);
        String number = String.format(Locale.ROOT, "%.3g", absolute);
        return absolute == 0 ? share : relative + rounding == 0 ? number : share + ", or " + number;
    }
}
