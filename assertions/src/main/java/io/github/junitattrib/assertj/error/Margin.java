package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Verdict;
import io.github.junitattrib.text.WordSelection;

/**
 * By how much one word's score exceeds that of another, and how sure that is.
 *
 * @param first the word that should have the higher score
 * @param second the other one
 */
public record Margin(WordSelection first, WordSelection second) {

    /**
     * Returns the difference of the scores.
     *
     * @return negative if the second word has the higher score
     */
    public double value() {
        return first.score() - second.score();
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
     * Says whether the first word has the higher score.
     *
     * @return inconclusive if the margin is within its uncertainty
     */
    public Verdict verdict() {
        if (value() > uncertainty()) {
            return Verdict.PASS;
        }
        return value() < -uncertainty() ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }
}
