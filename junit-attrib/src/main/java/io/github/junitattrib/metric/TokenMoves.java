package io.github.junitattrib.metric;

import java.util.function.DoubleSupplier;
import org.hipparchus.random.RandomGenerator;

/**
 * How far {@link Infidelity} moves each token on the way to the baseline: shares p drawn anew for every sample, 0 for a
 * token that stays and 1 for one that is taken away.
 *
 * @param kind how shares are drawn
 * @param amount probability or standard deviation
 */
public record TokenMoves(Kind kind, double amount) {

    /** How shares are drawn. */
    public enum Kind {
        /** 1 with a probability, else 0. */
        REMOVED,
        /** Normal numbers around 0 with a standard deviation. */
        NORMAL
    }

    /**
     * Checks the amount.
     *
     * @param kind how shares are drawn
     * @param amount probability or standard deviation
     * @throws IllegalArgumentException if nothing, or always everything, would be moved
     */
    public TokenMoves {
        boolean fits = kind == Kind.REMOVED ? amount > 0 && amount < 1 : amount > 0 && amount <= Double.MAX_VALUE;
        if (!fits) {
            throw new IllegalArgumentException("Tokens are moved by a probability between 0 and 1, or by normal numbers"
                    + " with a standard deviation above 0, but the amount is " + amount + ".");
        }
    }

    /**
     * Takes random tokens away: a finite move, for methods with a baseline.
     *
     * @param probability that a token is taken away, between 0 and 1
     * @return the moves
     */
    public static TokenMoves removed(double probability) {
        return new TokenMoves(Kind.REMOVED, probability);
    }

    /**
     * Moves all tokens a little, toward the baseline or away from it: for small deviations a question about slopes.
     *
     * @param deviation standard deviation of the share
     * @return the moves
     */
    public static TokenMoves normal(double deviation) {
        return new TokenMoves(Kind.NORMAL, deviation);
    }

    /** Returns one share after the other. */
    DoubleSupplier drawn(RandomGenerator random) {
        return kind == Kind.REMOVED ? () -> random.nextDouble() < amount ? 1 : 0 : () -> amount * random.nextGaussian();
    }

    @Override
    public String toString() {
        return kind == Kind.REMOVED ? "removed with probability " + amount : "normal with deviation " + amount;
    }
}
