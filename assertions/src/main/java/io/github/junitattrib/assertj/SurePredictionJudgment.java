package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.Bound;
import java.util.function.Function;

/** Whether the model predicts a class, and if so with a probability within a bound. */
record SurePredictionJudgment(PredictionJudgment prediction, ProbabilityJudgment probability)
        implements Function<Attribution, Outcome> {

    static SurePredictionJudgment of(String label, double least) {
        return new SurePredictionJudgment(
                new PredictionJudgment(label, true), new ProbabilityJudgment(label, Bound.atLeast(least)));
    }

    @Override
    public Outcome apply(Attribution attribution) {
        Outcome predicted = prediction.apply(attribution);
        return predicted.verdict() == Verdict.PASS ? probability.apply(attribution) : predicted;
    }
}
