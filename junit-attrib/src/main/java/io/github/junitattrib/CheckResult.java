package io.github.junitattrib;

import java.util.List;

/**
 * What a check found.
 *
 * @param verdict the outcome
 * @param message the whole message for the user; empty text if the check passed
 * @param marked the stretches of the text that the check named, in the order of its arguments
 */
public record CheckResult(Verdict verdict, String message, List<Span> marked) {

    /**
     * Copies the spans.
     *
     * @param verdict the outcome
     * @param message the whole message for the user; empty text if the check passed
     * @param marked the stretches of the text that the check named, in the order of its arguments
     */
    public CheckResult {
        marked = List.copyOf(marked);
    }
}
