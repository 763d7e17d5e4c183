package io.github.junitattrib.method;

import java.util.Map;

/**
 * Whether the numbers of a run are good enough for a verdict.
 *
 * @param converged whether they are
 * @param remedy what to change if not; empty text otherwise
 * @param found what the run found about its own quality, for reports
 */
record Verification(boolean converged, String remedy, Map<String, String> found) {

    /** Nothing was sampled. */
    static Verification exact() {
        return new Verification(true, "", Map.of());
    }
}
