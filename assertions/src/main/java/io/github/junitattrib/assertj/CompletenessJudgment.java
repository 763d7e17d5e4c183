package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldBeComplete.noCompletenessClaimed;
import static io.github.junitattrib.assertj.error.ShouldBeComplete.shouldBeComplete;
import static io.github.junitattrib.assertj.error.ShouldBeComplete.unclearCompleteness;
import static io.github.junitattrib.assertj.error.ShouldHaveFiniteScores.shouldHaveFiniteScores;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TokenScore;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.assertj.core.data.Offset;

/**
 * Whether the scores sum to F(x) − F(x') (Sundararajan, Taly, Yan 2017, Proposition 1).
 *
 * <p>It passes only where the method has converged, but may fail where it has not: a gap above the limit is what keeps an
 * adaptive method from converging, and where the scores are too settled to close it, more evaluations will not either.
 *
 * @param largest the largest gap that counts as none; empty for the limit that the method was given
 */
record CompletenessJudgment(OptionalDouble largest) implements Function<Attribution, Outcome> {

    static final String NO_OFFSET = "The offset must not be null. Give one such as within(0.01).";

    /** Judges by the limit that the method was given. */
    CompletenessJudgment() {
        this(OptionalDouble.empty());
    }

    /** Judges by a limit of the test. */
    static CompletenessJudgment within(Offset<Double> offset) {
        Objects.requireNonNull(offset, NO_OFFSET);
        double limit = offset.value;
        return new CompletenessJudgment(OptionalDouble.of(offset.strict ? Math.nextDown(limit) : limit));
    }

    @Override
    public Outcome apply(Attribution attribution) {
        double gap = Math.abs(attribution.delta());
        double limit = largest.orElse(attribution.convergence().deltaLimit());
        double uncertainty = attribution.tokens().stream()
                .mapToDouble(TokenScore::uncertainty)
                .sum();
        if (!attribution.claimsCompleteness()) {
            return Outcome.inconclusive(noCompletenessClaimed(attribution), List.of());
        }
        if (!Double.isFinite(gap)) {
            return Outcome.fail(shouldHaveFiniteScores(attribution), List.of());
        }
        if (Double.isFinite(limit) && gap <= limit && attribution.convergence().converged()) {
            return Outcome.pass(List.of());
        }
        return Double.isFinite(limit) && gap - uncertainty > limit
                ? Outcome.fail(shouldBeComplete(attribution, limit), List.of())
                : Outcome.inconclusive(unclearCompleteness(attribution, uncertainty, limit), List.of());
    }
}
