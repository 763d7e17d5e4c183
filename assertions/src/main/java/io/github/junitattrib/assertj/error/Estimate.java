package io.github.junitattrib.assertj.error;

/**
 * A number and between which ends it may truly lie.
 *
 * @param value the number as computed
 * @param low the lowest that its error bar allows
 * @param high the highest
 */
public record Estimate(double value, double low, double high) {

    /**
     * Makes an estimate with equal bars below and above.
     *
     * @param value the number as computed
     * @param uncertainty half width of its error bar
     * @return the estimate
     */
    public static Estimate of(double value, double uncertainty) {
        return new Estimate(value, value - uncertainty, value + uncertainty);
    }

    /**
     * Returns the magnitude.
     *
     * @return |value| with the ends that belong to it
     */
    public Estimate magnitude() {
        boolean zeroInside = low <= 0 && high >= 0;
        double nearer = Math.min(Math.abs(low), Math.abs(high));
        return new Estimate(Math.abs(value), zeroInside ? 0 : nearer, Math.max(Math.abs(low), Math.abs(high)));
    }
}
