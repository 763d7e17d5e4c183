package io.github.junitattrib.assertj;

import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.BDDSoftAssertionsProvider;

/**
 * Soft assertions that begin with {@code then}, those of AssertJ's own types included.
 *
 * <pre>{@code
 * BDDAttributionSoftAssertions softly = new BDDAttributionSoftAssertions();
 * softly.then(ig("They said it was great")).hasTopToken("great");
 * softly.assertAll(); // passes
 * softly.then(ig("They said it was great")).hasTopToken("said");
 * softly.assertAll(); // fails
 * }</pre>
 */
public class BDDAttributionSoftAssertions extends AbstractSoftAssertions
        implements BDDAttributionSoftAssertionsProvider, BDDSoftAssertionsProvider {

    /** Begins to collect. */
    public BDDAttributionSoftAssertions() {}

    @Override
    public void collectAssertionError(AssertionError error) {
        super.collectAssertionError(AttributionAssertionError.withLine(error));
    }
}
