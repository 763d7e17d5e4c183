package io.github.junitattrib;

import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param verdict the outcome
 * @param message the whole message for the user; empty text if the check passed
 * @param marked the stretches of the text that the check named, in the order of its arguments
 * @param notes what was expected of stretches of the text; empty if the check passed
 * @param difference the order that was expected and the one that is, where two orders tell the failure
 */
public record CheckResult(
        Verdict verdict, String message, List<Span> marked, List<Marked> notes, Optional<Difference> difference) {

    /**
     * Copies the lists.
     *
     * @param verdict the outcome
     * @param message the whole message for the user; empty text if the check passed
     * @param marked the stretches of the text that the check named, in the order of its arguments
     * @param notes what was expected of stretches of the text; empty if the check passed
     * @param difference the order that was expected and the one that is, where two orders tell the failure
     */
    public CheckResult {
        marked = List.copyOf(marked);
        notes = List.copyOf(notes);
    }

    /**
     * Makes a result that says in its message alone what was expected.
     *
     * @param verdict the outcome
     * @param message the whole message for the user; empty text if the check passed
     * @param marked the stretches of the text that the check named, in the order of its arguments
     */
    public CheckResult(Verdict verdict, String message, List<Span> marked) {
        this(verdict, message, marked, List.of(), Optional.empty());
    }
}
