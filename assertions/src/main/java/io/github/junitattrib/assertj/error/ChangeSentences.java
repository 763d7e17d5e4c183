package io.github.junitattrib.assertj.error;

import io.github.junitattrib.report.VisibleText;

/** Pieces of the first lines that speak of a change. */
final class ChangeSentences {

    private ChangeSentences() {}

    /** The change as the test wrote it. */
    static String change(ChangedPair pair) {
        return VisibleText.inLine(pair.change().toString());
    }

    /** What was found; a prediction that changed comes first, as it may be the reason. */
    static String but(ChangedPair pair, String found) {
        return pair.changesPrediction()
                ? "the prediction changed from "
                        + pair.before().names() + " to "
                        + pair.after().names() + " and " + found
                : found;
    }

    /** Two scores of one word. */
    static String scores(ChangedPair pair, double before, double after) {
        Numbers numbers = Numbers.of(pair.original());
        return numbers.signed(before) + " before and " + numbers.signed(after) + " after";
    }
}
