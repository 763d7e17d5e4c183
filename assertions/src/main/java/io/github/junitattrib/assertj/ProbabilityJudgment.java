package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHaveOutput.shouldHaveProbability;
import static io.github.junitattrib.assertj.error.ShouldHaveOutput.unclearOutput;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Estimate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Whether the probability of a class is within a bound. */
record ProbabilityJudgment(String label, Bound bound) implements Function<Attribution, Outcome> {

    ProbabilityJudgment {
        Objects.requireNonNull(bound, Outputs.NO_BOUND);
        bound.within("A probability", 0, 1);
    }

    @Override
    public Outcome apply(Attribution attribution) {
        Estimate probability = Outputs.of(attribution, label).probability();
        return switch (bound.verdict(probability)) {
            case PASS -> Outcome.pass(List.of());
            case FAIL -> Outcome.fail(shouldHaveProbability(attribution, label, bound, probability.value()), List.of());
            case INCONCLUSIVE ->
                Outcome.inconclusive(unclearOutput(attribution, "probability of " + label, bound), List.of());
        };
    }
}
