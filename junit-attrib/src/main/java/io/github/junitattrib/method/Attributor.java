package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.model.TextClassifier;

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

    /**
     * Computes a request on another model than the one that it was made for; a running test logs the result.
     *
     * @param request what to compute
     * @param model the model to explain
     * @return the result
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    default Attribution attribute(AttributionRequest request, TextClassifier model) {
        return compute(request, model);
    }

    /**
     * Runs the method of a request on a model, without cache and log.
     *
     * @param request what to compute
     * @param model the model to explain
     * @return the result
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    static Attribution compute(AttributionRequest request, TextClassifier model) {
        return request.method().attribute(model, request.question());
    }
}
