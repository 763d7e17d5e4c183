package io.github.junitattrib.method;

/**
 * How the H units of a hidden state in the place of a token become the token's one score.
 *
 * <p>Sums are what methods give by themselves. Means and z-scores are for reading, where layers of different width or
 * methods of different scale are put side by side; the order of the tokens stays. {@link LayerMethod#reduced} chooses.
 */
public enum Reduction {
    /** Σ_h a_{t,h}: the raw sum, which keeps completeness where the method has it. */
    SUM,

    /**
     * (1/H) Σ_h a_{t,h}. Where the sums add up to F(x) − F(x'), the means add up to (F(x) − F(x'))/H, which is no
     * difference of scores: no completeness is claimed.
     */
    MEAN,

    /**
     * (s_t − μ)/σ with s_t the sum, μ and σ the mean and the population standard deviation of the sums over all tokens
     * that are not special. The means give the same numbers, as they differ by the factor H alone. Special tokens are
     * set on the same scale, so that {@code [CLS]} may stand far out. No completeness is claimed: the z-scores add up
     * to 0. They mean nothing where the tokens cannot be told apart (σ within the error bars), or there is only one:
     * then the result is inconclusive.
     */
    Z_SCORE
}
