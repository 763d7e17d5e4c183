package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import java.util.Locale;

/** Prints the numbers of one attribution alike: four decimals, or powers of ten where its scores are tiny or huge. */
final class Numbers {

    private static final double SMALLEST_SCALE = 1e-3;
    private static final double LARGEST_SCALE = 1e4;
    /** Below it, four decimals would print zeros and hide the number. */
    private static final double SMALLEST_DECIMAL = 5e-5;

    /** Below it, a number of ordinary scale is what rounding left of zero. */
    private static final double ROUNDING = 1e-9;

    private final boolean scientific;

    private Numbers(boolean scientific) {
        this.scientific = scientific;
    }

    static Numbers of(Attribution attribution) {
        return of(attribution.maxMagnitude());
    }

    /** For numbers beside the scores, by their size. */
    static Numbers of(double scale) {
        return new Numbers(scale > 0 && (scale < SMALLEST_SCALE || scale > LARGEST_SCALE));
    }

    /** Always with a sign, as scores are. */
    String signed(double number) {
        return print("%+", number);
    }

    /** Without a sign, as limits and uncertainties are. */
    String plain(double number) {
        return print("%", number);
    }

    String uncertainty(double number) {
        return Double.isFinite(number) ? "uncertainty " + plain(number) : "uncertainty unknown";
    }

    private String print(String start, double number) {
        double shown = number == 0 || (!scientific && Math.abs(number) < ROUNDING) ? 0.0 : number;
        boolean vanishes = shown != 0 && Math.abs(shown) < SMALLEST_DECIMAL;
        return String.format(Locale.ROOT, start + (scientific || vanishes ? ".3e" : ".4f"), shown);
    }
}
