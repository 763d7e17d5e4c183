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

    /** Share of a whole, some parts of which are unclear. */
    static Figure share(long certain, long unclear, long of) {
        return new Figure((double) certain / of, (double) certain / of, (double) (certain + unclear) / of);
    }

    /** This one less another, whose errors have nothing to do with it. */
    Figure minus(Figure other) {
        return new Figure(value - other.value, low - other.high, high - other.low);
    }
}
