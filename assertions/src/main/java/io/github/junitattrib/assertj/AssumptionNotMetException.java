package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * An assumption that does not hold, in the words of the assertion's first line.
 *
 * <p>What stands below that line names a page that is not written for skipped tests; with {@code attrib.report=all} their
 * pages are drawn from the evidence.
 */
final class AssumptionNotMetException extends TestAbortedException implements AttributionFailure {

    private static final long serialVersionUID = 1L;

    private final transient AttributionAssertionError failure;

    AssumptionNotMetException(AttributionAssertionError failure) {
        super(firstBlock(failure));
        this.failure = failure;
    }

    private static String firstBlock(AttributionAssertionError failure) {
        return String.valueOf(failure.getMessage()).split("\n\n", 2)[0];
    }

    @Override
    public Attribution attribution() {
        return failure.attribution();
    }

    @Override
    public List<Span> marked() {
        return failure.marked();
    }

    @Override
    public Verdict verdict() {
        return failure.verdict();
    }
}
