package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.Difference;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/** A model that attributes otherwise than the test says, with the evidence that reports draw. */
public final class AttributionAssertionError extends AssertionFailedError implements AttributionFailure {

    private static final long serialVersionUID = 1L;

    private final transient Attribution attribution;
    private final transient List<Span> marked;

    AttributionAssertionError(String message, Outcome outcome, Attribution attribution) {
        super(
                message,
                outcome.difference().map(Difference::expected).orElse(null),
                outcome.difference().map(Difference::actual).orElse(null));
        this.attribution = attribution;
        this.marked = outcome.marked();
    }

    private AttributionAssertionError(String message, AttributionAssertionError failure) {
        super(
                message,
                failure.isExpectedDefined() ? failure.getExpected().getValue() : null,
                failure.isActualDefined() ? failure.getActual().getValue() : null,
                failure.getCause());
        this.attribution = failure.attribution;
        this.marked = failure.marked;
        setStackTrace(failure.getStackTrace());
    }

    /** Adds the line of the test, for reports of several failures, which show no traces. */
    static AssertionError withLine(AssertionError error) {
        return error instanceof AttributionAssertionError failure
                ? TestLine.of(failure)
                        .<AssertionError>map(line -> new AttributionAssertionError(
                                String.valueOf(failure.getMessage()).stripTrailing() + "\n\nat " + line, failure))
                        .orElse(failure)
                : error;
    }

    @Override
    public Attribution attribution() {
        return attribution;
    }

    @Override
    public List<Span> marked() {
        return marked;
    }

    @Override
    public Verdict verdict() {
        return Verdict.FAIL;
    }
}
