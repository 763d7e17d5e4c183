package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.junit.AttributionLog;
import io.github.junitattrib.method.AttributionRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.api.AssertionInfo;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * Judges, records the check with the running test, and throws unless it passed: the one way of all assertions.
 *
 * @param kind name of the assertion
 * @param arguments what it was given
 * @param about what a pass says something about
 * @param requests what is judged, the main one first; empty if these are ready numbers alone
 */
record Settlement(String kind, List<?> arguments, Check.About about, List<AttributionRequest> requests) {

    /**
     * Ends an assertion.
     *
     * @param outcome what was judged just now
     * @param again judges the same for other models, on a replay
     * @param judged the evidence of an outcome that names none
     * @param info descriptions and overriding messages
     * @param failures makes the error with its trace trimmed, see {@code AbstractAssert#assertionError}
     * @throws AssertionError if the outcome is {@link Verdict#FAIL}
     * @throws InconclusiveException if it is {@link Verdict#INCONCLUSIVE}
     */
    void settle(
            Outcome outcome,
            Function<Substitution, Outcome> again,
            Attribution judged,
            AssertionInfo info,
            Function<ErrorMessageFactory, AssertionError> failures) {
        if (NestedCase.current().filter(nested -> nested.goesOnAfter(outcome)).isPresent()) {
            return;
        }
        Attribution evidence = outcome.evidence().orElse(judged);
        if (outcome.message().isEmpty()) {
            note(info, again, outcome, evidence, "");
            return;
        }
        ErrorMessageFactory message = new ConsoleMessage(outcome.message().get());
        AssertionError described = failures.apply(message);
        if (outcome.verdict() == Verdict.INCONCLUSIVE) {
            // withFailMessage(..) says what a failure means; in its place the reason and the remedy would be lost.
            String text = message.create(info.description(), info.representation());
            note(info, again, outcome, evidence, text);
            throw withTraceOf(described, new InconclusiveException(text, evidence, outcome.marked()));
        }
        String text = Objects.requireNonNullElse(described.getMessage(), "");
        note(info, again, outcome, evidence, text);
        throw withTraceOf(described, new AttributionAssertionError(text, outcome, evidence));
    }

    private void note(
            AssertionInfo info,
            Function<Substitution, Outcome> again,
            Outcome outcome,
            Attribution evidence,
            String text) {
        // What a test assumes it does not check: no mutant has to break it.
        if (info.representation() == AttributionRepresentation.OF_ASSUMPTIONS) {
            return;
        }
        if (NestedCase.current().isPresent()) {
            // What holds for one case of a corpus is no check of the test: the corpus is.
            return;
        }
        Check check = new Check(
                kind,
                arguments.stream().map(String::valueOf).toList(),
                WrittenCall.of(kind, arguments),
                about,
                requests,
                models -> again.apply(models).result());
        AttributionLog.current().ifPresent(log -> log.record(evidence, check, outcome.result(text), outcome.corpus()));
    }

    private static <T extends Throwable> T withTraceOf(AssertionError trimmed, T thrown) {
        thrown.setStackTrace(trimmed.getStackTrace());
        return thrown;
    }
}
