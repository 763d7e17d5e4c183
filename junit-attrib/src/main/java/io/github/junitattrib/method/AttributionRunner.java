package io.github.junitattrib.method;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;
import io.github.junitattrib.model.TextClassifier;

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
     * Puts a method to a model, outside of a test or beside its model, toward the predicted class and from the padding
     * baseline.
     *
     * @param model the model to explain
     * @param method the attribution method
     * @return the runner
     */
    public static AttributionRunner of(TextClassifier model, AttributionMethod method) {
        return new AttributionRunner(new ModelAttributor(model), method, Target.predicted(), Baseline.PAD);
    }

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
