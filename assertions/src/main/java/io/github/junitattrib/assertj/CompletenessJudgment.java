package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldBeComplete.shouldBeComplete;
import static io.github.junitattrib.assertj.error.ShouldBeComplete.unclearCompleteness;
import static io.github.junitattrib.assertj.error.ShouldHaveFiniteScores.shouldHaveFiniteScores;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TokenScore;
import java.util.List;
import java.util.function.Function;

/**
 * Whether the scores sum to F(x) − F(x') (Sundararajan, Taly, Yan 2017, Proposition 1).
 *
 * <p>Convergence is no condition here, because a gap above the limit is what keeps an adaptive method from converging:
 * the verdict fails where the scores are too settled for more evaluations to close the gap.
 */
record CompletenessJudgment() implements Function<Attribution, Outcome> {

    @Override
    public Outcome apply(Attribution attribution) {
        double gap = Math.abs(attribution.delta());
        double limit = attribution.convergence().deltaLimit();
        double uncertainty = attribution.tokens().stream()
                .mapToDouble(TokenScore::uncertainty)
                .sum();
        if (!Double.isFinite(gap)) {
            return Outcome.fail(shouldHaveFiniteScores(attribution), List.of());
        }
        if (Double.isFinite(limit) && gap <= limit) {
            return Outcome.pass(List.of());
        }
        return Double.isFinite(limit) && gap - uncertainty > limit
                ? Outcome.fail(shouldBeComplete(attribution), List.of())
                : Outcome.inconclusive(unclearCompleteness(attribution, uncertainty), List.of());
    }
}
