package io.github.junitattrib.conformance;

import io.github.junitattrib.Verdict;
import java.util.Locale;

/**
 * What an axiom asks of one number, and the number that was seen.
 *
 * @param kind how they are compared
 * @param what the number, for messages
 * @param expected what the axiom asks for
 * @param seen what the method gave
 * @param bar the method's own error bars of all numbers that went in
 * @param scale size of the numbers that are compared
 */
record Comparison(Kind kind, String what, double expected, double seen, double bar, double scale) {

    /** Error bars of sampled methods are standard errors, which one number in three exceeds. */
    private static final double BARS = 3;

    /** Wider error bars, as a share of the scale, would let anything pass. */
    private static final double WIDEST = 0.1;

    /** Single precision: what no method is held to. */
    private static final double ROUNDING = 1e-6;

    enum Kind {
        /** Equal within the error bars. */
        EQUAL,
        /** Different by more than the error bars. */
        DIFFERENT,
        /** The same to the last bit. */
        SAME,
        /** Never proved, whatever the numbers: {@code what} says why. */
        UNPROVED
    }

    static Comparison equal(String what, double expected, double seen, double bar, double scale) {
        return new Comparison(Kind.EQUAL, what, expected, seen, bar, scale);
    }

    static Comparison notZero(String what, double seen, double bar, double scale) {
        return new Comparison(Kind.DIFFERENT, what, 0, seen, bar, scale);
    }

    static Comparison same(String what, double expected, double seen) {
        return new Comparison(Kind.SAME, what, expected, seen, 0, 1);
    }

    static Comparison unproved(String why) {
        return new Comparison(Kind.UNPROVED, why, 0, 0, 0, 0);
    }

    Verdict verdict() {
        if (kind == Kind.UNPROVED) {
            return Verdict.INCONCLUSIVE;
        }
        if (kind == Kind.SAME) {
            return Double.compare(expected, seen) == 0 ? Verdict.PASS : Verdict.FAIL;
        }
        if (!Double.isFinite(expected + seen + bar)) {
            return Verdict.INCONCLUSIVE;
        }
        boolean apart = Math.abs(seen - expected) > BARS * bar + ROUNDING * scale;
        boolean narrow = scale > 0 && bar <= WIDEST * scale;
        if (kind == Kind.EQUAL) {
            return apart ? Verdict.FAIL : narrow ? Verdict.PASS : Verdict.INCONCLUSIVE;
        }
        return apart ? Verdict.PASS : narrow ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }

    /** Says what was asked for and what was seen, for a FAIL or for an INCONCLUSIVE. */
    String message() {
        String seenText =
                kind == Kind.SAME ? Double.toString(seen) : String.format(Locale.ROOT, "%.6g ± %.2g", seen, bar);
        return switch (kind) {
            case EQUAL -> String.format(Locale.ROOT, "%s should be %.6g, but is %s", what, expected, seenText);
            case DIFFERENT -> what + " should not be 0, but is " + seenText;
            case SAME -> what + " should be " + expected + ", but is " + seenText;
            case UNPROVED -> what;
        };
    }

    /** Says why an INCONCLUSIVE cannot be told. */
    String open() {
        if (kind == Kind.UNPROVED) {
            return what;
        }
        if (!Double.isFinite(expected + seen + bar)) {
            return what + " is no finite number: " + seen + " ± " + bar;
        }
        return scale == 0
                ? what + " tells nothing, as all scores are 0"
                : String.format(
                        Locale.ROOT,
                        "%s is %.6g, and its error bars of ± %.2g are more than a tenth of the numbers' size %.6g",
                        what,
                        seen,
                        bar,
                        scale);
    }
}
