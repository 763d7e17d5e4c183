package io.github.junitattrib.axiom;

import java.util.Locale;

/**
 * How far the values of two functions may be apart and count as the same: the larger of a share of the largest value and a
 * number in the unit of the scores.
 *
 * @param relative share of the largest magnitude that either function takes at the compared points
 * @param absolute in the unit of the scores
 */
public record FunctionTolerance(double relative, double absolute) {

    /**
     * What single precision may cost two builds of one network: 2e-5 of the largest value.
     *
     * <p>The embedded model and its variants that compute the same function (a traced archive, single in place of half
     * precision, other weights) stay within a tenth of it.
     */
    public static final FunctionTolerance FLOAT32 = new FunctionTolerance(2e-5, 0);

    /**
     * Checks the numbers.
     *
     * @param relative share of the largest magnitude that either function takes at the compared points
     * @param absolute in the unit of the scores
     * @throws IllegalArgumentException if one of them is negative or no finite number
     */
    public FunctionTolerance {
        if (!(relative >= 0 && absolute >= 0 && relative + absolute <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("A tolerance needs finite numbers from 0, but has " + relative
                    + " relative and " + absolute + " absolute. Take FunctionTolerance.FLOAT32.");
        }
    }

    /**
     * Allows a share of the largest value alone.
     *
     * @param share such as 1e-3 for a quantized model
     * @return the tolerance
     */
    public static FunctionTolerance relative(double share) {
        return new FunctionTolerance(share, 0);
    }

    /**
     * Allows a number in the unit of the scores alone.
     *
     * @param number such as 0.01 logits
     * @return the tolerance
     */
    public static FunctionTolerance absolute(double number) {
        return new FunctionTolerance(0, number);
    }

    /**
     * Returns the largest difference that counts as none.
     *
     * @param scale the largest magnitude of a value
     * @return in the unit of the scores
     */
    public double at(double scale) {
        return Math.max(relative * scale, absolute);
    }

    @Override
    public String toString() {
        String share = String.format(Locale.ROOT, "%.3g of the largest value", relative);
        return absolute == 0 ? share : String.format(Locale.ROOT, "%s or %.3g", share, absolute);
    }
}
