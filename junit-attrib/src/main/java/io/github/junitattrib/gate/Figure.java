package io.github.junitattrib.gate;

/**
 * A number about a corpus with the ends that it may truly have: cases that nobody can tell of move it between them.
 *
 * @param value the number as far as it is known
 * @param low the lowest that it may be
 * @param high the highest
 */
public record Figure(double value, double low, double high) {

    static Figure exact(double value) {
        return new Figure(value, value, value);
    }

    /** A number that may be off by so much. */
    static Figure of(double value, double uncertainty) {
        return new Figure(value, value - uncertainty, value + uncertainty);
    }

    /** This one with its ends where numbers of its sort can be. */
    Figure within(double least, double most) {
        return new Figure(value, Math.max(least, low), Math.min(most, high));
    }

    /** Share of a whole, some parts of which are unclear. */
    static Figure share(long certain, long unclear, long of) {
        return new Figure((double) certain / of, (double) certain / of, (double) (certain + unclear) / of);
    }

    /** This one less another, whose errors have nothing to do with it. */
    Figure minus(Figure other) {
        return new Figure(value - other.value, low - other.high, high - other.low);
    }

    Figure plus(Figure other) {
        return new Figure(value + other.value, low + other.low, high + other.high);
    }

    Figure over(long count) {
        return new Figure(value / count, low / count, high / count);
    }

    /**
     * Returns the signed share of a score in a sum of magnitudes, s / (|s| + others): it rises with the score, and falls in
     * magnitude with the others, so that its ends are those of its parts. A score of exactly zero has no part in the sum.
     *
     * @param others sum of the magnitudes of all other scores
     * @return from −1 to 1; NaN for a share of nothing
     */
    public Figure shareBeside(Figure others) {
        return others.high > 0 && low == 0 && high == 0
                ? exact(0)
                : new Figure(
                        share(value, others.value),
                        share(low, low > 0 ? others.high : others.low),
                        share(high, high > 0 ? others.low : others.high));
    }

    private static double share(double own, double others) {
        return own / (Math.abs(own) + others);
    }
}
