package io.github.junitattrib.check;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;

/**
 * Where a check takes its numbers from: the models that its requests were made for, or another model in place of the one
 * under test.
 *
 * <p>Requests made for other models (variants, releases) are answered by these in any case: only the model under test is
 * ever replaced.
 */
public interface Substitution {

    /**
     * Computes a request.
     *
     * @param request what to compute
     * @return the result
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    Attribution attribution(AttributionRequest request);

    /**
     * Computes several requests; to be overridden where they cost less together.
     *
     * @param requests what to compute
     * @return one result for each, in their order
     * @throws io.github.junitattrib.AttributionException if the model, a text or a target does not allow it
     */
    default List<Attribution> attributions(List<AttributionRequest> requests) {
        return requests.stream().map(this::attribution).toList();
    }

    /**
     * Returns the model that a request asks.
     *
     * @param request what is asked
     * @return its model, or the one in its place
     * @throws IllegalStateException if whoever computes the request does not tell its model
     */
    TextClassifier model(AttributionRequest request);

    /**
     * Replaces nothing: how a check is judged at first.
     *
     * @return every request's own model
     */
    static Substitution none() {
        return new Substitution() {
            @Override
            public Attribution attribution(AttributionRequest request) {
                return request.attribution();
            }

            @Override
            public List<Attribution> attributions(List<AttributionRequest> requests) {
                return AttributionRequest.attributions(requests);
            }

            @Override
            public TextClassifier model(AttributionRequest request) {
                return request.model();
            }
        };
    }
}
