package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;

/** Whether scores tell for or against at all. */
final class Signs {

    private Signs() {}

    /** Refuses methods that give magnitudes alone, since the signs of these are the same for every model. */
    static void require(Attribution... attributions) {
        for (Attribution one : attributions) {
            MethodFacts method = one.method();
            if (!method.signed()) {
                throw new IllegalArgumentException(method.name()
                        + " says how much a word matters, not for or against what: its scores are never below 0, so that a"
                        + " check of their signs is the same for every model. Check an order or a share, or take a method"
                        + " with signs, such as new IntegratedGradients().");
            }
        }
    }
}
