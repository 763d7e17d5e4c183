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

    /** Words that are closer than this share of the largest score, for certain, are as high as each other. */
    private static final double TIE = 1e-3;

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
        double tie = TIE * attribution.maxMagnitude();
        if (highest(outside, 1) <= highest(inside, -1) + tie) {
            return KEPT;
        }
        return highest(outside, -1) > highest(inside, 1) ? VIOLATED : UNCLEAR;
    }

    /** The score of the highest word, at the upper ends of the error bars (1) or at the lower ones (−1). */
    private static double highest(List<WordScore> words, int end) {
        return words.stream()
                .mapToDouble(word -> word.score() + end * word.uncertainty())
                .max()
                .orElseThrow();
    }

    static boolean isClearlyAbove(WordScore one, WordScore other) {
        return one.score() - other.score() > one.uncertainty() + other.uncertainty();
    }

    /** The words that are marked, or those that are not. */
    private static List<WordScore> words(Attribution attribution, List<Span> rationale, boolean marked) {
        return attribution.words().stream()
                .filter(word -> rationale.stream().anyMatch(word.span()::overlaps) == marked)
                .toList();
    }
}
