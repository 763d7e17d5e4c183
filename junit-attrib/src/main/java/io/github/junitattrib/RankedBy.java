package io.github.junitattrib;

/** What words are ranked by. */
public enum RankedBy {
    /** The score with its sign: what supports the target most comes first, what opposes it most comes last. */
    SIGNED_SCORE,
    /** |score|: what matters most comes first, whichever way it speaks. */
    MAGNITUDE;

    /**
     * Returns the number that decides.
     *
     * @param score signed
     * @return the score, or its magnitude
     */
    public double of(double score) {
        return this == MAGNITUDE ? Math.abs(score) : score;
    }
}
