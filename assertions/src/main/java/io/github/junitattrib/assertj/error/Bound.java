package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Verdict;

/** What a number should be: above, below or between others. */
public final class Bound {

    private final String text;
    private final double lower;
    private final double upper;
    /** Whether the numbers themselves are outside. */
    private final boolean open;

    private Bound(String text, double lower, double upper, boolean open) {
        if (lower > upper) {
            throw new IllegalArgumentException("The lower bound comes first, but they are " + lower + " and " + upper
                    + ". Give the lower bound before the upper one.");
        }
        this.text = text;
        this.lower = lower;
        this.upper = upper;
        this.open = open;
    }

    /**
     * Wants more than a number.
     *
     * @param number the first that is too low
     * @return the bound
     * @throws IllegalArgumentException if it is not finite
     */
    public static Bound greaterThan(double number) {
        requireFinite(number);
        return new Bound("greater than " + text(number), number, Double.POSITIVE_INFINITY, true);
    }

    /**
     * Wants a number or more.
     *
     * @param number the lowest that will do
     * @return the bound
     * @throws IllegalArgumentException if it is not finite
     */
    public static Bound atLeast(double number) {
        requireFinite(number);
        return new Bound("at least " + text(number), number, Double.POSITIVE_INFINITY, false);
    }

    /**
     * Wants less than a number.
     *
     * @param number the first that is too high
     * @return the bound
     * @throws IllegalArgumentException if it is not finite
     */
    public static Bound lessThan(double number) {
        requireFinite(number);
        return new Bound("less than " + text(number), Double.NEGATIVE_INFINITY, number, true);
    }

    /**
     * Wants a number or less.
     *
     * @param number the highest that will do
     * @return the bound
     * @throws IllegalArgumentException if it is not finite
     */
    public static Bound atMost(double number) {
        requireFinite(number);
        return new Bound("at most " + text(number), Double.NEGATIVE_INFINITY, number, false);
    }

    /**
     * Wants a number from one to another.
     *
     * @param lower the lowest that will do
     * @param upper the highest that will do
     * @return the bound
     * @throws IllegalArgumentException if they are in the wrong order, or not finite
     */
    public static Bound between(double lower, double upper) {
        requireFinite(lower);
        requireFinite(upper);
        return new Bound("between " + text(lower) + " and " + text(upper), lower, upper, false);
    }

    /** Every number is below infinity: a check against it would be the same for every model. */
    private static void requireFinite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(
                    "A bound must be a finite number, but is " + number + ". Give the number that is to be kept.");
        }
    }

    /**
     * Refuses bounds that a number cannot reach, because a check against them would be the same for every model.
     *
     * @param what names the number, such as {@code A share}
     * @param least the lowest that it can be
     * @param most the highest that it can be
     * @return this bound
     * @throws IllegalArgumentException if an end lies outside, or no number is
     */
    public Bound within(String what, double least, double most) {
        boolean lowerFits = lower == Double.NEGATIVE_INFINITY || (lower >= least && lower <= most);
        boolean upperFits = upper == Double.POSITIVE_INFINITY || (upper >= least && upper <= most);
        boolean holdsAlways = !open && lower <= least && upper >= most;
        if (!(lowerFits && upperFits) || holdsAlways) {
            throw new IllegalArgumentException(what + " lies between " + text(least) + " and " + text(most)
                    + ", so that one " + text + " is nothing to check. Give a bound between these.");
        }
        return this;
    }

    /**
     * Returns the lower end.
     *
     * @return negative infinity if there is none
     */
    public double lower() {
        return lower;
    }

    /**
     * Returns the upper end.
     *
     * @return infinite if there is none
     */
    public double upper() {
        return upper;
    }

    /**
     * Compares a number with this bound.
     *
     * @param number with its error bar
     * @return inconclusive where the bar reaches over an end, or is not known
     */
    public Verdict verdict(Estimate number) {
        if (Double.isNaN(number.low()) || Double.isNaN(number.high())) {
            return Verdict.INCONCLUSIVE;
        }
        if (isHighEnough(number.low()) && isLowEnough(number.high())) {
            return Verdict.PASS;
        }
        return isHighEnough(number.high()) && isLowEnough(number.low()) ? Verdict.INCONCLUSIVE : Verdict.FAIL;
    }

    /** As a test writes it: the shortest digits, and none behind the point of whole numbers. */
    private static String text(double number) {
        String digits = Double.toString(number);
        return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    }

    private boolean isHighEnough(double number) {
        return open ? number > lower : number >= lower;
    }

    private boolean isLowEnough(double number) {
        return open ? number < upper : number <= upper;
    }

    /** Returns such as {@code at least 0.9}. */
    @Override
    public String toString() {
        return text;
    }
}
