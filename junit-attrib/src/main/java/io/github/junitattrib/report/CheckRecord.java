package io.github.junitattrib.report;

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
     * @param corpus how the texts came out, of a check of many
     */
    public CheckRecord {
        arguments = List.copyOf(arguments);
        marked = List.copyOf(marked);
    }

    /**
     * Makes the record of a check that judges no corpus.
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
        this(attribution, kind, arguments, call, verdict, message, marked, Optional.empty());
    }
}
