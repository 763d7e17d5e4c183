package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;

/**
 * A way to share an explained score among the tokens of a text.
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
     * @param question text, target and baseline
     * @return one signed score per token
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    Attribution attribute(TextClassifier model, Question question);

    /**
     * Computes the attributions of several texts; to be overridden where they cost less together, as all methods do that
     * perturb texts and most that ask for gradients.
     *
     * @param model the model to explain
     * @param questions texts, targets and baselines
     * @return one attribution for each, in their order, equal to that of {@link #attribute}; where texts are computed
     *     together, its numbers may differ by the rounding of the model's number type
     * @throws io.github.junitattrib.AttributionException if the model, a text or a target does not allow it, as {@link
     *     #attribute} has it; a text that is refused is named, by its place if it cannot be by itself
     */
    default List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
        return PlacedErrors.each(questions, question -> attribute(model, question));
    }
}
