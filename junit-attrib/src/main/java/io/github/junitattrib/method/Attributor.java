package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;

/** Computes requests: on a model, or on the model of the running test, with a cache and a log. */
@FunctionalInterface
public interface Attributor {

    /**
     * Computes a request.
     *
     * @param request what to compute
     * @return the result
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    Attribution attribute(AttributionRequest request);
}
