package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTargetException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.PredictedClasses;
import java.util.ArrayList;
import java.util.List;

/** Finds all classes that a model predicts of a text, each by the rule of {@code predicts(..)}. */
final class Predicted {

    private Predicted() {}

    /**
     * Asks for each class whether it is predicted.
     *
     * @throws InvalidTargetException if the model predicts no class, or the same one for every text
     */
    static PredictedClasses of(Attribution attribution) {
        boolean exclusive = true;
        List<String> certain = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String label : attribution.prediction().labels()) {
            Outputs outputs = Outputs.of(attribution, label);
            Verdict verdict = outputs.predicted();
            exclusive = outputs.isExclusive();
            if (verdict == Verdict.PASS) {
                certain.add(label);
            } else if (verdict == Verdict.INCONCLUSIVE) {
                open.add(label);
            }
        }
        return new PredictedClasses(exclusive, certain, open);
    }

    /** The same for messages on scores, which need no prediction. */
    static PredictedClasses ifAny(Attribution attribution) {
        try {
            return of(attribution);
        } catch (InvalidTargetException noneToPredict) {
            return PredictedClasses.none();
        }
    }
}
