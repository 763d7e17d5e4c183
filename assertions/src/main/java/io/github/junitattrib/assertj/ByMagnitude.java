package io.github.junitattrib.assertj;

import io.github.junitattrib.RankedBy;

/** Says of a check that it ranks by magnitude, unless it does the usual. */
final class ByMagnitude {

    private ByMagnitude() {}

    static String call(String assertion, RankedBy by) {
        return by == RankedBy.MAGNITUDE ? assertion + " by magnitude" : assertion;
    }
}
