package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Optional;

/**
 * Computes requests on one model, without cache and log.
 *
 * @param asked the model
 */
record ModelAttributor(TextClassifier asked) implements Attributor {

    @Override
    public Attribution attribute(AttributionRequest request) {
        return Attributor.compute(request, asked);
    }

    @Override
    public List<Attribution> attributeAll(List<AttributionRequest> requests) {
        return Attributor.computeAll(requests, asked);
    }

    @Override
    public Optional<TextClassifier> model() {
        return Optional.of(asked);
    }
}
