package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * Soft assertions on attributions, to be mixed with those of AssertJ and of other libraries; ready for use in {@link
 * AttributionSoftAssertions}.
 *
 * <pre>{@code
 * class Softly extends AbstractSoftAssertions
 *     implements AttributionSoftAssertionsProvider, StandardSoftAssertionsProvider, AcmeSoftAssertionsProvider {}
 * }</pre>
 *
 * <p>Failures are collected. A verdict that cannot be told is thrown at once, because it is no failure: collected, it
 * would count as wrong behaviour of the model.
 */
public interface AttributionSoftAssertionsProvider extends SoftAssertionsProvider {

    /**
     * Begins assertions on an attribution.
     *
     * @param actual the attribution to judge
     * @return its assertions, which collect their failures here
     */
    default AttributionAssert assertThat(Attribution actual) {
        return proxy(AttributionAssert.class, Attribution.class, actual);
    }

    /**
     * Computes the attribution, once, and begins assertions on it.
     *
     * @param request what is to be explained
     * @return assertions on the result, which collect their failures here
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    default AttributionAssert assertThat(AttributionRequest request) {
        return assertThat(request.attribution()).answering(request);
    }
}
