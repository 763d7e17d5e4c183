package io.github.junitattrib.gate;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import java.util.List;
import java.util.Optional;

/** Whether a word outside of what people marked as reason has clearly the highest score. */
enum RationaleOrder {
    /** There is no label, nothing is marked, or all words are. */
    NOT_ASKED,
    /** No other word is clearly above the marked ones. */
    KEPT,
    /** One is, by more than the two error bars. */
    VIOLATED,
    /** The method did not converge. */
    UNCLEAR;

    static RationaleOrder of(Attribution attribution, List<Span> rationale) {
        Optional<WordScore> inside = best(attribution, rationale, true);
        Optional<WordScore> outside = best(attribution, rationale, false);
        if (inside.isEmpty() || outside.isEmpty()) {
            return NOT_ASKED;
        }
        if (!attribution.convergence().converged()) {
            return UNCLEAR;
        }
        return isClearlyAbove(outside.get(), inside.get()) ? VIOLATED : KEPT;
    }

    static boolean isClearlyAbove(WordScore one, WordScore other) {
        return one.score() - other.score() > one.uncertainty() + other.uncertainty();
    }

    /** The word with the highest score among those that are marked, or among those that are not. */
    private static Optional<WordScore> best(Attribution attribution, List<Span> rationale, boolean marked) {
        return attribution.ranking().stream()
                .filter(word -> rationale.stream().anyMatch(word.span()::overlaps) == marked)
                .findFirst();
    }
}
