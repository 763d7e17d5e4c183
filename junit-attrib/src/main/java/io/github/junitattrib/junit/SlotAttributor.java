package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;
import java.util.Optional;

/**
 * Computes on another model than the one under test, which is loaded when it is first asked, and logs as its test does.
 *
 * @param scope the test
 * @param slot where the model and its results are kept
 */
record SlotAttributor(TestScope scope, ModelSlot slot) implements Attributor {

    @Override
    public Attribution attribute(AttributionRequest request) {
        return scope.logged(request.through(this), slot.attribute(request, scope.testName()));
    }

    @Override
    public Attribution attribute(AttributionRequest request, TextClassifier model) {
        return scope.attribute(request, model);
    }

    @Override
    public Optional<TextClassifier> model() {
        return Optional.of(SharedModel.of(slot.loaded(scope.testName()), slot));
    }
}
