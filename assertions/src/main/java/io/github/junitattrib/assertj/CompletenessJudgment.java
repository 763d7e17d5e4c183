package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldBeComplete.noCompletenessClaimed;
import static io.github.junitattrib.assertj.error.ShouldBeComplete.shouldBeComplete;
import static io.github.junitattrib.assertj.error.ShouldBeComplete.unclearCompleteness;
import static io.github.junitattrib.assertj.error.ShouldHaveFiniteScores.shouldHaveFiniteScores;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.CaseNumber.Range;
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

    /**
     * Returns |Σ scores − (F(x) − F(x'))| with the ends that are judged: it may be smaller by what the scores are uncertain
     * by, and larger only where the method has not converged.
     */
    static Range gap(Attribution attribution) {
        double gap = Math.abs(attribution.delta());
        double least = gap - attribution.deltaUncertainty();
        if (!attribution.claimsCompleteness() || Double.isNaN(gap)) {
            return Range.unknown(gap);
        }
        return new Range(
                gap,
                Double.isNaN(least) ? Double.NEGATIVE_INFINITY : least,
                attribution.convergence().converged() ? gap : Double.POSITIVE_INFINITY);
    }

    @Override
    public Outcome apply(Attribution attribution) {
        Range gap = gap(attribution);
        double limit = largest.orElse(attribution.convergence().deltaLimit());
        if (!attribution.claimsCompleteness()) {
            return Outcome.inconclusive(noCompletenessClaimed(attribution), List.of());
        }
        if (!Double.isFinite(gap.value())) {
            return Outcome.fail(shouldHaveFiniteScores(attribution), List.of());
        }
        if (Double.isFinite(limit) && gap.high() <= limit) {
            return Outcome.pass(List.of());
        }
        return Double.isFinite(limit) && gap.low() > limit
                ? Outcome.fail(shouldBeComplete(attribution, limit), List.of())
                : Outcome.inconclusive(
                        unclearCompleteness(attribution, attribution.deltaUncertainty(), limit), List.of());
    }
}
