package io.github.junitattrib.report;

import io.github.junitattrib.Difference;
import io.github.junitattrib.Marked;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A check that a test made, as reports show it.
 *
 * @param attribution index of the judged attribution in {@link TestReport#attributions()}
 * @param kind name of the assertion, such as {@code ranksAbove}
 * @param arguments what it was given, as text
 * @param call how the test wrote it, such as {@code ranks("great").above("said")}
 * @param verdict the outcome
 * @param message the failure message; empty text if the check passed
 * @param marked the stretches of the text that the check named
 * @param notes what was expected of stretches of the text; empty if the check passed
 * @param difference the order that was expected and the one that is, where two orders tell the failure
 * @param corpus how the texts came out, of a check of many
 */
public record CheckRecord(
        int attribution,
        String kind,
        List<String> arguments,
        String call,
        Verdict verdict,
        String message,
        List<Span> marked,
        List<Marked> notes,
        Optional<Difference> difference,
        Optional<CorpusRecord> corpus) {

    /**
     * Copies the lists.
     *
     * @param attribution index of the judged attribution in {@link TestReport#attributions()}
     * @param kind name of the assertion, such as {@code ranksAbove}
     * @param arguments what it was given, as text
     * @param call how the test wrote it, such as {@code ranks("great").above("said")}
     * @param verdict the outcome
     * @param message the failure message; empty text if the check passed
     * @param marked the stretches of the text that the check named
     * @param notes what was expected of stretches of the text; empty if the check passed
     * @param difference the order that was expected and the one that is, where two orders tell the failure
     * @param corpus how the texts came out, of a check of many
     */
    public CheckRecord {
        arguments = List.copyOf(arguments);
        marked = List.copyOf(marked);
        notes = List.copyOf(notes);
    }

    /**
     * Makes a record of what says in its message alone what was expected.
     *
     * @param attribution index of the judged attribution in {@link TestReport#attributions()}
     * @param kind name of the assertion, such as {@code ranksAbove}
     * @param arguments what it was given, as text
     * @param call how the test wrote it, such as {@code ranks("great").above("said")}
     * @param verdict the outcome
     * @param message the failure message; empty text if the check passed
     * @param marked the stretches of the text that the check named
     */
    public CheckRecord(
            int attribution,
            String kind,
            List<String> arguments,
            String call,
            Verdict verdict,
            String message,
            List<Span> marked) {
        this(
                attribution,
                kind,
                arguments,
                call,
                verdict,
                message,
                marked,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    boolean failed() {
        return verdict != Verdict.PASS;
    }
}
