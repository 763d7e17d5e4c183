package io.github.junitattrib.gate;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import java.util.List;

/** Whether a word outside of what people marked as reason has clearly the highest score. */
enum RationaleOrder {
    /** There is no label, nothing is marked, or all words are. */
    NOT_ASKED,
    /** No other word is above all of the marked ones. */
    KEPT,
    /** One is, whatever the error bars. */
    VIOLATED,
    /** The error bars leave it open, or the method did not converge. */
    UNCLEAR;

    static RationaleOrder of(Attribution explained, List<Span> rationale) {
        Attribution attribution = explained.withVerdictBars();
        List<WordScore> inside = words(attribution, rationale, true);
        List<WordScore> outside = words(attribution, rationale, false);
        if (inside.isEmpty() || outside.isEmpty()) {
            return NOT_ASKED;
        }
        if (!attribution.convergence().converged()) {
            return UNCLEAR;
        }
        double tie = TopWord.TIE * attribution.maxMagnitude();
        if (TopWord.highest(outside, 1) <= TopWord.highest(inside, -1) + tie) {
            return KEPT;
        }
        return TopWord.highest(outside, -1) > TopWord.highest(inside, 1) ? VIOLATED : UNCLEAR;
    }

    /** The words that are marked, or those that are not. */
    private static List<WordScore> words(Attribution attribution, List<Span> rationale, boolean marked) {
        return attribution.words().stream()
                .filter(word -> rationale.stream().anyMatch(word.span()::overlaps) == marked)
                .toList();
    }
}
