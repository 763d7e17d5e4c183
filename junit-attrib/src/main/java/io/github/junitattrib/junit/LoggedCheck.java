package io.github.junitattrib.junit;

import io.github.junitattrib.Check;
import io.github.junitattrib.CheckResult;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;

/**
 * A check with the request whose result it judged: enough to judge another model without running the test again.
 *
 * @param request what was computed
 * @param check what was asserted on it
 */
record LoggedCheck(AttributionRequest request, Check check) {

    /** Judges another model. */
    CheckResult on(TextClassifier model) {
        return check.function().apply(Attributor.compute(request, model));
    }
}
