package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * Soft assertions on attributions that begin with {@code then}; ready for use in {@link BDDAttributionSoftAssertions}.
 *
 * <p>Otherwise as {@link AttributionSoftAssertionsProvider}.
 */
public interface BDDAttributionSoftAssertionsProvider extends SoftAssertionsProvider {

    /**
     * Begins assertions on an attribution.
     *
     * @param actual the attribution to judge
     * @return its assertions, which collect their failures here
     */
    default AttributionAssert then(Attribution actual) {
        return proxy(AttributionAssert.class, Attribution.class, actual);
    }

    /**
     * Computes the attribution, once, and begins assertions on it.
     *
     * @param request what is to be explained
     * @return assertions on the result, which collect their failures here
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    default AttributionAssert then(AttributionRequest request) {
        return then(request.attribution()).answering(request);
    }
}
