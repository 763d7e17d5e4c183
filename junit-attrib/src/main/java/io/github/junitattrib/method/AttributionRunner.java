package io.github.junitattrib.method;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;

/**
 * A method with its options, ready for any text: what tests get injected.
 *
 * @param attributor who computes the requests
 * @param method the attribution method
 * @param target the class to explain
 * @param baseline where path methods start
 */
public record AttributionRunner(Attributor attributor, AttributionMethod method, Target target, Baseline baseline) {

    /**
     * Asks for the explanation of a text with these options.
     *
     * @param text the text exactly as it is to be explained
     * @return the request, which can still be changed
     */
    public AttributionRequest explain(String text) {
        return AttributionRequest.of(attributor, text, method).toward(target).from(baseline);
    }
}
