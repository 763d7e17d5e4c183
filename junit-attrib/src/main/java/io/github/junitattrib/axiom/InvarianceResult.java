package io.github.junitattrib.axiom;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What {@link ImplementationInvariance} found of two models.
 *
 * @param first the name of the first model
 * @param second the name of the second model
 * @param functions step 1; empty where the functions cannot be compared
 * @param slopes the slopes of the functions on the path, toward which no verdict is given; empty without gradients
 * @param scores step 2, with the attribution of the first model and that of the second
 */
public record InvarianceResult(
        String first,
        String second,
        Optional<FunctionAgreement> functions,
        Optional<FunctionAgreement> slopes,
        ScoreAgreement scores) {

    /** Which part of the axiom is broken. */
    public enum Step {
        /** The functions differ, so that the axiom says nothing of the scores: the models are no variants. */
        FUNCTIONS,
        /** The functions agree, and the scores do not: the method looks at the implementation. */
        SCORES
    }

    static InvarianceResult incomparable(String first, String second, String obstacle, List<Attribution> attributions) {
        return new InvarianceResult(
                first, second, Optional.empty(), Optional.empty(), ScoreAgreement.impossible(obstacle, attributions));
    }

    /**
     * Returns the step that is broken.
     *
     * @return empty if none is by more than its tolerance
     */
    public Optional<Step> broken() {
        if (functions.filter(each -> !each.holds()).isPresent()) {
            return Optional.of(Step.FUNCTIONS);
        }
        return scores.verdict() == Verdict.FAIL ? Optional.of(Step.SCORES) : Optional.empty();
    }

    /**
     * Judges both steps.
     *
     * @return inconclusive if nothing is broken, but the functions or the scores cannot be compared well enough
     */
    public Verdict verdict() {
        return broken().isPresent() ? Verdict.FAIL : scores.verdict();
    }
}
