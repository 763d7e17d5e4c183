package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.error.CaseResult;
import io.github.junitattrib.assertj.error.CaseResult.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/** What becomes of a case of a corpus by what its requirement threw. */
final class CaseFindings {

    private CaseFindings() {}

    static CaseResult pass(Attribution attribution) {
        return new CaseResult(attribution.text(), Kind.PASS, "", attribution, List.of());
    }

    static CaseResult notApplicable(Attribution attribution, String message) {
        return new CaseResult(attribution.text(), Kind.NOT_APPLICABLE, firstLine(message), attribution, List.of());
    }

    static CaseResult skipped(Attribution attribution, TestAbortedException assumption) {
        return new CaseResult(attribution.text(), Kind.SKIPPED, firstLine(assumption), attribution, List.of());
    }

    static CaseResult inconclusive(Attribution attribution, InconclusiveException e) {
        return new CaseResult(attribution.text(), Kind.INCONCLUSIVE, firstLine(e), e.attribution(), e.marked());
    }

    static CaseResult fail(Attribution attribution, AssertionError e) {
        Optional<AttributionFailure> failure = failures(e).stream()
                .filter(AttributionFailure.class::isInstance)
                .map(AttributionFailure.class::cast)
                .findFirst();
        Attribution evidence = failure.map(AttributionFailure::attribution).orElse(attribution);
        List<Span> marked = failure.map(AttributionFailure::marked).orElse(List.of());
        String said = failures(e).stream().map(CaseFindings::firstLine).collect(Collectors.joining(" "));
        return new CaseResult(attribution.text(), Kind.FAIL, said, evidence, marked);
    }

    /** Soft assertions throw all of theirs at once. */
    private static List<? extends Throwable> failures(AssertionError e) {
        return e instanceof MultipleFailuresError several && several.hasFailures() ? several.getFailures() : List.of(e);
    }

    private static String firstLine(Throwable error) {
        return firstLine(
                Objects.requireNonNullElse(error.getMessage(), error.getClass().getName()));
    }

    private static String firstLine(String message) {
        return message.strip().lines().findFirst().orElse("");
    }
}
