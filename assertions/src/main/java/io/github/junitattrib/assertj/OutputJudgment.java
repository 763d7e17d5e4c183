package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHaveOutput.shouldHaveScore;
import static io.github.junitattrib.assertj.error.ShouldHaveOutput.unclearOutput;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Estimate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Whether the score that the model gives a class is within a bound: a logit, a probability, or a value. */
record OutputJudgment(String label, Bound bound) implements Function<Attribution, Outcome> {

    OutputJudgment {
        Objects.requireNonNull(bound, Outputs.NO_BOUND);
    }

    @Override
    public Outcome apply(Attribution attribution) {
        Estimate score = Outputs.of(attribution, label).scoreWithNoise();
        return switch (bound.verdict(score)) {
            case PASS -> Outcome.pass(List.of());
            case FAIL -> Outcome.fail(shouldHaveScore(attribution, label, bound, score.value()), List.of());
            case INCONCLUSIVE ->
                Outcome.inconclusive(unclearOutput(attribution, "score of " + label, bound), List.of());
        };
    }
}
