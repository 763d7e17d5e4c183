package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;

/**
 * Another model in place of the one under test; requests made for others keep their own.
 *
 * @param tested where the model under test is kept
 * @param replacement the model in its place
 */
record ReplacedModel(ModelSlot tested, TextClassifier replacement) implements Substitution {

    /** Whether a request asks the model of a slot, by a static call, a runner or a parameter of the test. */
    static boolean isAsked(AttributionRequest request, ModelSlot slot) {
        Attributor attributor = request.attributor();
        if (attributor instanceof TestScope scope) {
            return scope.models().slot().filter(slot::equals).isPresent();
        }
        if (attributor instanceof SlotAttributor other) {
            return other.slot().equals(slot);
        }
        return attributor
                .model()
                .flatMap(SharedModel::slotOf)
                .filter(slot::equals)
                .isPresent();
    }

    @Override
    public Attribution attribution(AttributionRequest request) {
        return isAsked(request, tested) ? Attributor.compute(request, replacement) : request.attribution();
    }

    @Override
    public TextClassifier model(AttributionRequest request) {
        return isAsked(request, tested) ? replacement : request.model();
    }
}
