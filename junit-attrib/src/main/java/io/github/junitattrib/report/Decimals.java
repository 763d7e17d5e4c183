package io.github.junitattrib.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Prints numbers with a fixed number of decimals as {@code %.4f} and {@code %+.4f} of {@link java.util.Formatter} do. A page has
 * hundreds of them, for which formatters take most of its time.
 */
final class Decimals {

    private Decimals() {}

    /** Like {@code %.4f} with 4 decimals. */
    static String plain(double number, int decimals) {
        return isNegative(number) ? "-" + magnitude(number, decimals) : magnitude(number, decimals);
    }

    /** Like {@code %+.4f} with 4 decimals. */
    static String signed(double number, int decimals) {
        return isNegative(number) || Double.isNaN(number) ? plain(number, decimals) : "+" + magnitude(number, decimals);
    }

    /** Also of a zero with that sign. */
    private static boolean isNegative(double number) {
        return Double.compare(number, 0.0) < 0;
    }

    private static String magnitude(double number, int decimals) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return "Infinity";
        }
        return BigDecimal.valueOf(Math.abs(number))
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
