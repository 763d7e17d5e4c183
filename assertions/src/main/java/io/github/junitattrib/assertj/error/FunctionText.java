package io.github.junitattrib.assertj.error;

import io.github.junitattrib.axiom.FunctionAgreement;

/** Writes where two functions differ, and by how much. */
final class FunctionText {

    private FunctionText() {}

    /** The point with both values, as part of a sentence. */
    static String difference(FunctionAgreement functions) {
        Numbers numbers = numbers(functions);
        return functions.at() + ": " + numbers.signed(functions.first()) + " against "
                + numbers.signed(functions.second()) + " (tolerance " + numbers.plain(functions.tolerance()) + ")";
    }

    /** How many points were compared, and what was found of them. */
    static String facts(FunctionAgreement functions) {
        Numbers numbers = numbers(functions);
        return "compared at " + functions.points() + " points: largest difference "
                + numbers.plain(functions.largest()) + ", on the path " + numbers.plain(functions.onPath())
                + " (tolerance " + numbers.plain(functions.tolerance()) + ")";
    }

    private static Numbers numbers(FunctionAgreement functions) {
        return Numbers.of(Math.max(Math.abs(functions.first()), Math.abs(functions.second())));
    }
}
