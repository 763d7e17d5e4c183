package io.github.junitattrib.report;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Prints scores of one table alike: four decimals, or powers of ten where those would be all zeros or too wide. */
final class ScoreFormat {

    private final boolean scientific;

    private ScoreFormat(boolean scientific) {
        this.scientific = scientific;
    }

    /** Returns the format that keeps numbers up to this magnitude readable. */
    static ScoreFormat upTo(double maxMagnitude) {
        return new ScoreFormat(maxMagnitude != 0 && (maxMagnitude >= 1e4 || maxMagnitude < 1e-3));
    }

    /** Returns the largest finite magnitude; 0 if there is none. */
    static double maxMagnitude(DoubleStream scores) {
        return scores.filter(Double::isFinite).map(Math::abs).max().orElse(0);
    }

    /** Returns a magnitude to sort by: what is no number comes first, as it is what is wrong. */
    static double magnitude(double score) {
        return Double.isNaN(score) ? Double.POSITIVE_INFINITY : Math.abs(score);
    }

    /** Prints a score in few characters, for the cells of a map. */
    String brief(double score) {
        return scientific ? String.format(Locale.ROOT, "%+.1e", score) : Decimals.signed(score, 3);
    }

    String signed(double score) {
        return scientific ? String.format(Locale.ROOT, "%+.3e", score) : Decimals.signed(score, 4);
    }

    /** Prints a magnitude, such as an uncertainty; one too small for the decimals is no zero. */
    String plain(double value) {
        if (!scientific && value > 0 && value < 0.00005) {
            return "<0.0001";
        }
        return scientific ? String.format(Locale.ROOT, "%.2e", value) : Decimals.plain(value, 4);
    }
}
