package io.github.junitattrib.axiom;

import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * What an axiom asks of one number, and the number that was seen.
 *
 * <p>Numbers are told apart by more than three times their error bars: those of sampled methods are standard errors, which
 * one number in three exceeds.
 *
 * @param kind how they are compared
 * @param what the number, for messages, such as {@code the score of "great"}
 * @param places the stretches of the text that it belongs to; empty for sums over the whole text
 * @param expected what the axiom asks for
 * @param seen what the method gave
 * @param bar the method's own error bars of all numbers that went in
 * @param slack what else they may be apart by, such as the measured difference of two functions
 * @param scale size of the numbers that are compared
 */
public record Comparison(
        Kind kind,
        String what,
        List<Span> places,
        double expected,
        double seen,
        double bar,
        double slack,
        double scale) {

    private static final double BARS = 3;

    /** Wider error bars, as a share of the scale, would let anything pass. */
    private static final double WIDEST = 0.1;

    /** Single precision: what no method is held to. */
    private static final double ROUNDING = 1e-6;

    /** How numbers are compared. */
    public enum Kind {
        /** Equal within the error bars. */
        EQUAL,
        /** Different by more than the error bars. */
        DIFFERENT,
        /** The same to the last bit, zeros of both signs being one number. */
        SAME
    }

    /**
     * Copies the places.
     *
     * @param kind how they are compared
     * @param what the number, for messages
     * @param places the stretches of the text that it belongs to
     * @param expected what the axiom asks for
     * @param seen what the method gave
     * @param bar the method's own error bars of all numbers that went in
     * @param slack what else they may be apart by
     * @param scale size of the numbers that are compared
     */
    public Comparison {
        places = List.copyOf(places);
    }

    /**
     * Asks for a number.
     *
     * @param what the number, for messages
     * @param expected what the axiom asks for
     * @param seen what the method gave
     * @param bar the method's own error bars of all numbers that went in
     * @param scale size of the numbers that are compared
     * @return a comparison within the error bars
     */
    public static Comparison equal(String what, double expected, double seen, double bar, double scale) {
        return new Comparison(Kind.EQUAL, what, List.of(), expected, seen, bar, 0, scale);
    }

    /**
     * Asks for another number than 0.
     *
     * @param what the number, for messages
     * @param seen what the method gave
     * @param bar its error bar
     * @param scale size of the numbers that are compared
     * @return a comparison beyond the error bar
     */
    public static Comparison notZero(String what, double seen, double bar, double scale) {
        return new Comparison(Kind.DIFFERENT, what, List.of(), 0, seen, bar, 0, scale);
    }

    /**
     * Asks for a number to the last bit.
     *
     * @param what the number, for messages
     * @param expected what the axiom asks for
     * @param seen what the method gave
     * @return a comparison without error bars
     */
    public static Comparison same(String what, double expected, double seen) {
        return new Comparison(Kind.SAME, what, List.of(), expected, seen, 0, 0, 1);
    }

    /**
     * Says where in the text the number belongs.
     *
     * @param spans stretches of the text
     * @return a changed copy
     */
    public Comparison at(List<Span> spans) {
        return new Comparison(kind, what, spans, expected, seen, bar, slack, scale);
    }

    /**
     * Allows more than the error bars.
     *
     * @param more how far the numbers may be apart beside these
     * @return a changed copy
     */
    public Comparison allowing(double more) {
        return new Comparison(kind, what, places, expected, seen, bar, more, scale);
    }

    /**
     * Returns how far the numbers may be apart and count as equal.
     *
     * @return three error bars, what is allowed beside them, and single precision
     */
    public double tolerance() {
        return BARS * bar + slack + ROUNDING * scale;
    }

    /**
     * Judges the numbers.
     *
     * @return inconclusive if the tolerance is so wide that anything would pass, or a number is not finite
     */
    public Verdict verdict() {
        if (kind == Kind.SAME) {
            boolean finite = Double.isFinite(expected) || Double.isFinite(seen);
            boolean same = expected == seen || Double.compare(expected, seen) == 0;
            return !same ? Verdict.FAIL : finite ? Verdict.PASS : Verdict.INCONCLUSIVE;
        }
        if (!isFinite()) {
            return Verdict.INCONCLUSIVE;
        }
        boolean apart = Math.abs(seen - expected) > tolerance();
        boolean narrow = scale > 0 && BARS * bar + slack <= BARS * WIDEST * scale;
        if (kind == Kind.EQUAL) {
            return apart ? Verdict.FAIL : narrow ? Verdict.PASS : Verdict.INCONCLUSIVE;
        }
        return apart ? Verdict.PASS : narrow ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }

    private boolean isFinite() {
        return Double.isFinite(expected + seen + bar + slack);
    }

    /**
     * Says what was asked for and what was seen.
     *
     * @return part of a sentence, for a number that is not as it should be
     */
    public String message() {
        String seenText =
                kind == Kind.SAME ? Double.toString(seen) : String.format(Locale.ROOT, "%.6g ± %.2g", seen, bar);
        return switch (kind) {
            case EQUAL -> String.format(Locale.ROOT, "%s should be %.6g, but is %s", what, expected, seenText);
            case DIFFERENT -> what + " should not be 0, but is " + seenText;
            case SAME -> what + " should be " + expected + ", but is " + seenText;
        };
    }

    /**
     * Says why the number cannot be judged.
     *
     * @return part of a sentence, for an inconclusive comparison
     */
    public String open() {
        if (!isFinite()) {
            return what + " is no finite number: " + seen + " ± " + bar;
        }
        if (scale == 0) {
            return what + " tells nothing, as all scores are 0";
        }
        return slack > 0
                ? String.format(
                        Locale.ROOT,
                        "%s is %.6g, and the tolerance %.2g is more than three tenths of the numbers' size %.6g",
                        what,
                        seen,
                        tolerance(),
                        scale)
                : String.format(
                        Locale.ROOT,
                        "%s is %.6g, and three of its error bars, %.2g, are more than three tenths of the numbers' size %.6g",
                        what,
                        seen,
                        BARS * bar,
                        scale);
    }
}
