package io.github.junitattrib.axiom;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;

/**
 * A word that changes the explained number, and the score that it has for that.
 *
 * @param text the word
 * @param span its place in the text
 * @param change F(text) − F(the text without the word)
 * @param score of the word in the attribution from that baseline, the sum of its pieces
 * @param uncertainty of the score, the sum of those of its pieces, by which it is judged: of methods that draw samples, three
 *     standard errors
 * @param attribution from the baseline that differs from the text in this word alone
 */
public record WordChange(
        String text, Span span, double change, double score, double uncertainty, Attribution attribution) {

    /** What counts as none, as a share of the scale. */
    private static final double NONE = 1e-3;

    /** Single precision, as a share of the scale: no score that is told from 0. */
    private static final double ROUNDING = 1e-6;

    /**
     * Judges the score: it passes if its magnitude exceeds its uncertainty and the method has converged. It fails if it is
     * certainly none: if magnitude and uncertainty together are at most a thousandth of the scale, whether or not the method
     * thinks that it is done: where slopes are 0 it may say that it is not.
     *
     * <p>The scale is the change where the scores are shares of it. Scores of other methods (norms of gradients, attention)
     * have another unit than F; theirs is the largest magnitude in the attribution.
     *
     * @return inconclusive otherwise
     */
    public Verdict verdict() {
        double magnitude = Math.abs(score);
        double scale = scale();
        if (!Double.isFinite(magnitude + uncertainty + scale)) {
            return Verdict.INCONCLUSIVE;
        }
        if (magnitude > uncertainty + ROUNDING * scale) {
            return attribution.convergence().converged() ? Verdict.PASS : Verdict.INCONCLUSIVE;
        }
        return magnitude + uncertainty <= NONE * scale ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }

    private double scale() {
        return attribution.claimsCompleteness() ? Math.abs(change) : attribution.maxMagnitude();
    }
}
