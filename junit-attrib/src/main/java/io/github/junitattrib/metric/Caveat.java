package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;

/** Why there should be no verdict on a metric. */
final class Caveat {

    private Caveat() {}

    /** What keeps an attribution from a verdict; empty if nothing does. */
    static String of(Attribution attribution) {
        if (attribution.convergence().converged()) {
            return "";
        }
        return (attribution.method().name() + " has not converged on \"" + attribution.text() + "\". "
                        + attribution.convergence().remedy())
                .strip();
    }

    /** The first of two that is not empty. */
    static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
