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
 * @param uncertainty of the score, the sum of those of its pieces
 * @param attribution from the baseline that differs from the text in this word alone
 */
public record WordChange(
        String text, Span span, double change, double score, double uncertainty, Attribution attribution) {

    /** Wider error bars, as a share of the change, cannot show that a score is none. */
    private static final double WIDEST = 0.1;

    /** Single precision, as a share of the change: no score that is told from 0. */
    private static final double ROUNDING = 1e-6;

    /**
     * Judges the score: it passes if its magnitude exceeds its uncertainty and the method has converged, and fails if it
     * does not though that is below a tenth of the change, whether or not the method thinks that it is done: where slopes
     * are 0 it may say that it is not.
     *
     * @return inconclusive otherwise
     */
    public Verdict verdict() {
        if (!Double.isFinite(score + uncertainty)) {
            return Verdict.INCONCLUSIVE;
        }
        if (Math.abs(score) > uncertainty + ROUNDING * Math.abs(change)) {
            return attribution.convergence().converged() ? Verdict.PASS : Verdict.INCONCLUSIVE;
        }
        return uncertainty <= WIDEST * Math.abs(change) ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }
}
