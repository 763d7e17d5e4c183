package io.github.junitattrib.assertj.error;

import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.text.WordSelection;

/**
 * By how much one word ranks above another, and how sure that is.
 *
 * @param first the word that should have the higher score
 * @param second the other one
 * @param by what words are ranked by
 */
public record Margin(WordSelection first, WordSelection second, RankedBy by) {

    /**
     * Compares signed scores.
     *
     * @param first the word that should have the higher score
     * @param second the other one
     */
    public Margin(WordSelection first, WordSelection second) {
        this(first, second, RankedBy.SIGNED_SCORE);
    }

    /**
     * Returns the difference of the scores, or of their magnitudes.
     *
     * @return negative if the second word ranks above the first
     */
    public double value() {
        return by.of(first.score()) - by.of(second.score());
    }

    /**
     * Returns the error bar of the difference: the sum of both, because their errors may have opposite signs.
     *
     * @return not negative; not finite where a method cannot tell
     */
    public double uncertainty() {
        return first.uncertainty() + second.uncertainty();
    }

    /**
     * Says whether the first word ranks above the second.
     *
     * @return inconclusive if the margin is within its uncertainty
     */
    public Verdict verdict() {
        if (value() > uncertainty()) {
            return Verdict.PASS;
        }
        return value() < -uncertainty() ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }

    /**
     * Compares the same words the other way round.
     *
     * @return the margin of the second word over the first
     */
    public Margin reversed() {
        return new Margin(second, first, by);
    }
}
