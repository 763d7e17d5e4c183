package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;

/**
 * Entry point of assumptions: assertions whose failure skips the rest of the test instead of failing it.
 *
 * <pre>{@code
 * assumeThat(ig("They said it was great")).hasTopToken("great"); // passes
 * assumeThat(ig("They said it was great")).hasTopToken("said");  // aborts
 * assumeThat(ig("They said it was great")).ranks("it").above("They"); // cannot tell
 * }</pre>
 *
 * <p>Only a failure skips the test. A verdict that cannot be told stays the error that it is, and a step left open fails
 * the test. Assumptions are no checks of the test: its report and its vacuity do not count them.
 */
public final class AttributionAssumptions {

    private AttributionAssumptions() {}

    /**
     * Begins assumptions on an attribution.
     *
     * @param actual the attribution to judge
     * @return its assertions, which abort the test where they fail
     */
    public static AttributionAssert assumeThat(Attribution actual) {
        return new AssumptionsProvider().assertThat(actual);
    }

    /**
     * Computes the attribution, once, and begins assumptions on it.
     *
     * @param request what is to be explained
     * @return assertions on the result, which abort the test where they fail
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public static AttributionAssert assumeThat(AttributionRequest request) {
        return new AssumptionsProvider().assertThat(request);
    }
}
