package io.github.junitattrib.junit;

import io.github.junitattrib.CheckResult;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.model.TextClassifier;

/**
 * A check with what it found, and the model under test that it may be judged without: enough to judge another model
 * without running the test again.
 *
 * @param check what was asserted
 * @param result what it found
 */
record LoggedCheck(Check check, CheckResult result) {

    /** Whether another model in place of the one under test could change what the check finds. */
    boolean asks(ModelSlot tested) {
        return check.requests().stream().anyMatch(request -> ReplacedModel.isAsked(request, tested));
    }

    /** Judges another model in place of the one under test. */
    CheckResult on(TextClassifier model, ModelSlot tested) {
        return check.function().apply(new ReplacedModel(tested, model));
    }
}
