package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldKeepPrediction.shouldFlipPrediction;
import static io.github.junitattrib.assertj.error.ShouldKeepPrediction.shouldKeepPrediction;

import io.github.junitattrib.assertj.error.ChangedPair;
import java.util.List;

/** Whether the predicted class stays the same, or becomes another. */
record PredictionExpectation(boolean flips) implements ChangeExpectation {

    @Override
    public String call() {
        return flips ? "flipsPrediction()" : "keepsPrediction()";
    }

    @Override
    public Outcome judge(ChangedPair pair) {
        if (pair.changesPrediction() == flips) {
            return Outcome.pass(List.of());
        }
        return Outcome.fail(flips ? shouldFlipPrediction(pair) : shouldKeepPrediction(pair), List.of());
    }
}
