package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;

/**
 * Entry point of assertions in the words of behaviour-driven development, beside AssertJ's {@code BDDAssertions}.
 *
 * <pre>{@code
 * then(ig("They said it was great")).ranks("great").above("said"); // passes
 * then(ig("They said it was great")).ranks("said").above("great"); // fails
 * }</pre>
 */
public final class BDDAttributionAssertions {

    private BDDAttributionAssertions() {}

    /**
     * Begins assertions on an attribution.
     *
     * @param actual the attribution to judge
     * @return its assertions
     */
    public static AttributionAssert then(Attribution actual) {
        return AttributionAssertions.assertThat(actual);
    }

    /**
     * Computes the attribution, once, and begins assertions on it.
     *
     * @param request what is to be explained
     * @return assertions on the result
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public static AttributionAssert then(AttributionRequest request) {
        return AttributionAssertions.assertThat(request);
    }
}
