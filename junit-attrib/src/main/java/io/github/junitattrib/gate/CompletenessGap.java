package io.github.junitattrib.gate;

import io.github.junitattrib.Attribution;
import java.util.Optional;

/** What the scores of an attribution lack of their sum, |delta|, as a share of |F(x) − F(x')|. */
final class CompletenessGap {

    private CompletenessGap() {}

    /**
     * Measures the gap; its lowest end is what is left of it beyond the error bars.
     *
     * @return empty if it is not known, or the method claims no completeness
     */
    static Optional<Figure> of(Attribution attribution) {
        double gap = Math.abs(attribution.delta());
        if (!attribution.claimsCompleteness() || !attribution.convergence().converged() || !Double.isFinite(gap)) {
            return Optional.empty();
        }
        double range = Math.abs(attribution.inputScore() - attribution.baselineScore());
        double least = gap - attribution.withVerdictBars().deltaUncertainty();
        if (range > 0) {
            // Bars that are no numbers bound nothing.
            return Optional.of(new Figure(gap / range, least > 0 ? least / range : 0, gap / range));
        }
        // No share of nothing: scores that sum to nothing have no gap, others one beyond all limits.
        double share = gap == 0 || gap <= attribution.convergence().deltaLimit() ? 0 : Double.POSITIVE_INFINITY;
        return Optional.of(new Figure(share, least > 0 ? share : 0, share));
    }
}
