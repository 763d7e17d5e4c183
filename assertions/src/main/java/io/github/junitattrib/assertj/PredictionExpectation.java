package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldKeepPrediction.shouldFlipPrediction;
import static io.github.junitattrib.assertj.error.ShouldKeepPrediction.shouldKeepPrediction;
import static io.github.junitattrib.assertj.error.ShouldKeepPrediction.unclearPrediction;

import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.PredictedClasses;
import java.util.List;

/** Whether the same classes are predicted of both texts, by the rule of {@code predicts(..)}, or others. */
record PredictionExpectation(boolean flips) implements ChangeExpectation {

    @Override
    public String call() {
        return flips ? "flipsPrediction()" : "keepsPrediction()";
    }

    @Override
    public Outcome judge(ChangedPair pair) {
        PredictedClasses before = Predicted.of(pair.original());
        PredictedClasses after = Predicted.of(pair.changed());
        boolean changes = before.contradicts(after);
        if (!changes && !(before.isSure() && after.isSure())) {
            return Outcome.inconclusive(unclearPrediction(pair, flips), List.of());
        }
        if (changes == flips) {
            return Outcome.pass(List.of());
        }
        return Outcome.fail(flips ? shouldFlipPrediction(pair) : shouldKeepPrediction(pair), List.of());
    }
}
