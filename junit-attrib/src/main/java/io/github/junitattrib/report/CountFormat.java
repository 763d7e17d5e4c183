package io.github.junitattrib.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Prints what reports and messages count and measure. */
public final class CountFormat {

    private CountFormat() {}

    static String seconds(double seconds) {
        return Decimals.plain(seconds, 2);
    }

    /**
     * Prints a share with one decimal. Only a whole is 100 %, and only nothing is 0 %.
     *
     * @param share from 0 to 1
     * @return such as {@code 12.5 %}
     */
    public static String percent(double share) {
        double percent = 100 * share;
        if (share > 0 && share < 1) {
            percent = Math.min(99.9, Math.max(0.1, percent));
        }
        return Decimals.plain(percent, 1) + " %";
    }

    /**
     * Prints a share that somebody asks for, with as many decimals as were given, but at least one.
     *
     * @param share from 0 to 1
     * @return such as {@code 99.99 %}
     */
    public static String limit(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros();
        return percent.setScale(Math.max(1, percent.scale())).toPlainString() + " %";
    }

    /** A width in per cent, for a style. */
    static String width(double percent) {
        return Decimals.plain(percent, 2);
    }

    /** Four significant digits, without zeros at the end. */
    static String number(double number) {
        return new BigDecimal(number)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toString()
                .replace("E+", "e")
                .replace("E", "e");
    }
}
