package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.CheckResult;
import io.github.junitattrib.Difference;
import io.github.junitattrib.Marked;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.Noted;
import io.github.junitattrib.report.CorpusRecord;
import java.util.List;
import java.util.Optional;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * What a judgment says of an attribution, before it is thrown or recorded.
 *
 * @param verdict the outcome
 * @param message makes the text for the user; empty if the check passed
 * @param marked the stretches of the text that the check named
 * @param difference what IDEs show side by side, where two texts tell the failure
 * @param evidence the attribution that shows it, where several were judged; empty where one was
 * @param corpus how the texts came out, where many were judged
 */
public record Outcome(
        Verdict verdict,
        Optional<ErrorMessageFactory> message,
        List<Span> marked,
        Optional<Difference> difference,
        Optional<Attribution> evidence,
        Optional<CorpusRecord> corpus) {

    /**
     * Checks that whoever does not pass says why, and copies the spans.
     *
     * @param verdict the outcome
     * @param message makes the text for the user; empty if the check passed
     * @param marked the stretches of the text that the check named
     * @param difference what IDEs show side by side, where two texts tell the failure
     * @param evidence the attribution that shows it, where several were judged; empty where one was
     * @param corpus how the texts came out, where many were judged
     * @throws IllegalArgumentException if the message is missing, or present with a pass
     */
    public Outcome {
        marked = List.copyOf(marked);
        if (message.isPresent() == (verdict == Verdict.PASS)) {
            throw new IllegalArgumentException(
                    "An outcome has a message unless it is PASS, but verdict is " + verdict + ".");
        }
    }

    /**
     * Says that the check holds.
     *
     * @param marked the stretches of the text that it named
     * @return the outcome
     */
    public static Outcome pass(List<Span> marked) {
        return new Outcome(
                Verdict.PASS, Optional.empty(), marked, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Says that the check does not hold.
     *
     * @param message makes the text for the user
     * @param marked the stretches of the text that it named
     * @return the outcome
     */
    public static Outcome fail(ErrorMessageFactory message, List<Span> marked) {
        return new Outcome(
                Verdict.FAIL, Optional.of(message), marked, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Says that the numbers are not good enough to tell.
     *
     * @param message makes the text for the user, with the remedy
     * @param marked the stretches of the text that it named
     * @return the outcome
     */
    public static Outcome inconclusive(ErrorMessageFactory message, List<Span> marked) {
        return new Outcome(
                Verdict.INCONCLUSIVE,
                Optional.of(message),
                marked,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Adds two texts for an IDE's comparison view.
     *
     * @param expected what should have been
     * @param actual what is
     * @return a changed copy
     */
    public Outcome comparing(String expected, String actual) {
        return new Outcome(verdict, message, marked, Optional.of(new Difference(expected, actual)), evidence, corpus);
    }

    /**
     * Names the attribution that shows it, of several that were judged; marked stretches are those of its text.
     *
     * @param attribution what reports draw
     * @return a changed copy
     */
    public Outcome shownBy(Attribution attribution) {
        return new Outcome(verdict, message, marked, difference, Optional.of(attribution), corpus);
    }

    /**
     * Adds how the texts came out, for reports.
     *
     * @param texts their numbers
     * @return a changed copy
     */
    public Outcome over(CorpusRecord texts) {
        return new Outcome(verdict, message, marked, difference, evidence, Optional.of(texts));
    }

    /**
     * Returns the outcome as checks give it that are replayed without AssertJ's descriptions.
     *
     * @return verdict, plain message and spans
     */
    public CheckResult result() {
        return result(message.map(ErrorMessageFactory::create).orElse(""));
    }

    CheckResult result(String text) {
        List<Marked> notes = message.filter(Noted.class::isInstance)
                .map(factory -> ((Noted) factory).notes())
                .orElse(List.of());
        return new CheckResult(verdict, text, marked, notes, difference);
    }
}
