package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import java.util.List;

/**
 * What a requirement says of one text of a corpus.
 *
 * @param text the text
 * @param kind how it came out
 * @param firstLine the first line of what was said; empty if it passed
 * @param evidence the attribution that shows it
 * @param marked the stretches of its text that were named
 */
public record CaseResult(String text, Kind kind, String firstLine, Attribution evidence, List<Span> marked) {

    /** How a case came out. */
    public enum Kind {
        /** The requirement holds. */
        PASS,
        /** It does not. */
        FAIL,
        /** The numbers are not good enough to tell. */
        INCONCLUSIVE,
        /** The change that is to be judged has nothing to change in the text. */
        NOT_APPLICABLE,
        /** An assumption of the requirement does not hold for it. */
        SKIPPED
    }

    /**
     * Copies the spans.
     *
     * @param text the text
     * @param kind how it came out
     * @param firstLine the first line of what was said; empty if it passed
     * @param evidence the attribution that shows it
     * @param marked the stretches of its text that were named
     */
    public CaseResult {
        marked = List.copyOf(marked);
    }
}
