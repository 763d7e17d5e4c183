package io.github.junitattrib.approved;

import java.util.Locale;

/**
 * How far an attribution may drift from the approved one: ranks and signs count, digits do not.
 *
 * @param tie share of the largest magnitude below which two scores are tied, and a score is too small for its sign to count;
 *     above 0 and up to 0.5
 * @param order the least Somers' D of the words' order, see {@link Drift#order()}; above 0 and up to 1
 * @param flips how many words may change their sign
 * @param keepsTop whether a word that clearly had the highest score must keep it
 */
public record DriftTolerance(double tie, double order, int flips, boolean keepsTop) {

    private static final DriftTolerance STANDARD = new DriftTolerance(0.05, 0.8, 0, true);

    /**
     * Checks the numbers.
     *
     * @param tie share of the largest magnitude below which scores are tied
     * @param order the least Somers' D of the words' order
     * @param flips how many words may change their sign
     * @param keepsTop whether a word that clearly had the highest score must keep it
     * @throws IllegalArgumentException if a number is outside of its range
     */
    public DriftTolerance {
        requireShare("tie", tie, 0.5);
        requireShare("order", order, 1);
        if (flips < 0) {
            throw new IllegalArgumentException("flips must be 0 or more, but is " + flips + ".");
        }
    }

    private static void requireShare(String name, double value, double most) {
        if (!(value > 0 && value <= most)) {
            throw new IllegalArgumentException(name + " must be above 0 and up to " + most + ", but is " + value + ".");
        }
    }

    /**
     * Returns what is allowed unless a test says otherwise: scores closer than 5 % of the largest are tied, nine of ten pairs
     * of words keep their order (Somers' D of 0.8), no sign changes, and the top word stays.
     *
     * @return the tolerance
     */
    public static DriftTolerance standard() {
        return STANDARD;
    }

    /**
     * Changes what counts as a tie.
     *
     * @param share of the largest magnitude, above 0 and up to 0.5
     * @return a changed copy
     */
    public DriftTolerance ties(double share) {
        return new DriftTolerance(share, order, flips, keepsTop);
    }

    /**
     * Changes how much of the order must be kept.
     *
     * @param least Somers' D, above 0 and up to 1, where every pair of words keeps its order
     * @return a changed copy
     */
    public DriftTolerance orderAtLeast(double least) {
        return new DriftTolerance(tie, least, flips, keepsTop);
    }

    /**
     * Allows words to change their sign.
     *
     * @param most how many, from 0
     * @return a changed copy
     */
    public DriftTolerance flipsAtMost(int most) {
        return new DriftTolerance(tie, order, most, keepsTop);
    }

    /**
     * Allows another top word.
     *
     * @return a changed copy
     */
    public DriftTolerance anyTop() {
        return new DriftTolerance(tie, order, flips, false);
    }

    /** Returns such as {@code order at least 0.8, at most 0 flips, ties below 5 %, top kept}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "order at least %s, at most %d %s, ties below %.3g %%, %s",
                order,
                flips,
                flips == 1 ? "flip" : "flips",
                100 * tie,
                keepsTop ? "top kept" : "any top");
    }
}
