package io.github.junitattrib.vacuity;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TokenScore;
import java.util.List;

/**
 * Tells mutants that are no other model as far as a check sees: permuted labels toward the predicted class, or words that
 * a text does not have.
 */
final class Equivalence {

    /** Rounding of float32 and of batches. */
    private static final double SAME = 1e-5;

    private Equivalence() {}

    /** Whether all scores of tokens are the same. */
    static boolean sameScores(List<Attribution> ofModel, List<Attribution> ofMutant) {
        for (int i = 0; i < ofModel.size(); i++) {
            if (!sameScores(ofModel.get(i), ofMutant.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameScores(Attribution model, Attribution mutant) {
        List<TokenScore> expected = model.tokens();
        List<TokenScore> actual = mutant.tokens();
        double tolerance = SAME * model.maxMagnitude();
        for (int t = 0; t < expected.size(); t++) {
            if (expected.size() != actual.size()
                    || !(Math.abs(expected.get(t).score() - actual.get(t).score()) <= tolerance)) {
                return false;
            }
        }
        return true;
    }
}
