package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import org.assertj.core.presentation.StandardRepresentation;

/**
 * Prints an attribution in one line where AssertJ's own assertions name it; its record text fills screens.
 *
 * <p>Our assertions use it by themselves. For those of AssertJ, register it for one assertion or for the whole JVM; no
 * service does so, because AssertJ then prints a banner and all tests of the JVM are changed:
 *
 * <pre>{@code
 * assertThat(List.of(ig("They said it was great").attribution()))
 *     .withRepresentation(new AttributionRepresentation())
 *     .hasSize(1); // passes
 * }</pre>
 */
public final class AttributionRepresentation extends StandardRepresentation {

    static final AttributionRepresentation INSTANCE = new AttributionRepresentation();

    /**
     * Prints the same, and marks assertions as assumptions: it is what AssertJ hands on with descriptions where a chain
     * navigates.
     */
    static final AttributionRepresentation OF_ASSUMPTIONS = new AttributionRepresentation();

    /** Makes the representation, for those who register it with AssertJ. */
    public AttributionRepresentation() {}

    @Override
    protected String fallbackToStringOf(Object object) {
        return object instanceof Attribution attribution
                ? attribution.method().name() + " of \"" + attribution.text() + "\" toward " + attribution.label()
                : super.fallbackToStringOf(object);
    }
}
