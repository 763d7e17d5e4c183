package io.github.junitattrib.assertj;

import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.Assert;
import org.opentest4j.TestAbortedException;

/**
 * Makes assertions that abort the test where soft ones collect a failure.
 *
 * <p>So assumptions exist for whatever can be asserted softly, chains over steps included.
 */
final class AssumptionsProvider extends AbstractSoftAssertions implements AttributionSoftAssertionsProvider {

    @Override
    public <SELF extends Assert<? extends SELF, ? extends ACTUAL>, ACTUAL> SELF proxy(
            Class<SELF> assertions, Class<ACTUAL> type, ACTUAL actual) {
        SELF assumptions = super.proxy(assertions, type, actual);
        assumptions.withRepresentation(AttributionRepresentation.OF_ASSUMPTIONS);
        return assumptions;
    }

    @Override
    public void collectAssertionError(AssertionError error) {
        TestAbortedException aborted = error instanceof AttributionAssertionError failure
                ? new AssumptionNotMetException(failure)
                : new TestAbortedException(error.getMessage(), error);
        aborted.setStackTrace(error.getStackTrace());
        throw aborted;
    }
}
