package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
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
        AttributionRequest own = request.through(this);
        return scope.logged(own, Replay.answer(own, () -> slot.attribute(request, scope.testName())));
    }

    @Override
    public List<Attribution> attributeAll(List<AttributionRequest> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        List<AttributionRequest> own =
                requests.stream().map(request -> request.through(this)).toList();
        return scope.logged(own, Replay.answers(own, () -> slot.attributeAll(requests, scope.testName())));
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
