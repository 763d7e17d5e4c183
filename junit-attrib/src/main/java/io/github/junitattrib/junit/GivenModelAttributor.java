package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;
import java.util.Optional;

/**
 * Computes on a model that a test hands over, and logs as the test does.
 *
 * @param scope the test
 * @param given the model
 */
record GivenModelAttributor(TestScope scope, TextClassifier given) implements Attributor {

    @Override
    public Attribution attribute(AttributionRequest request) {
        return attribute(request, given);
    }

    @Override
    public Attribution attribute(AttributionRequest request, TextClassifier model) {
        return scope.attribute(request, model);
    }

    @Override
    public Optional<TextClassifier> model() {
        return Optional.of(given);
    }
}
