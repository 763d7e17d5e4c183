package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.Target;
import io.github.junitattrib.model.TextClassifier;

/**
 * A way to share the score of a class among the tokens of a text.
 *
 * <p>Methods are immutable and compare by their options, so that requests can be cached and replayed.
 */
public interface AttributionMethod {

    /**
     * Returns the name and the options.
     *
     * @return facts for messages and reports
     */
    MethodFacts facts();

    /**
     * Computes the attribution of one text.
     *
     * @param model the model to explain
     * @param text the text exactly as it is
     * @param target the class whose score is shared out
     * @param baseline the input without information, for methods that have one
     * @return one signed score per token
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    Attribution attribute(TextClassifier model, String text, Target target, Baseline baseline);
}
