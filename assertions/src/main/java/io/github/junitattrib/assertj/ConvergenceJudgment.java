package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHaveConverged.shouldHaveConverged;

import io.github.junitattrib.Attribution;
import java.util.List;
import java.util.function.Function;

/** Whether the method met its tolerance; if not, nothing is wrong with the model, so it never fails. */
record ConvergenceJudgment() implements Function<Attribution, Outcome> {

    @Override
    public Outcome apply(Attribution attribution) {
        return attribution.convergence().converged()
                ? Outcome.pass(List.of())
                : Outcome.inconclusive(shouldHaveConverged(attribution), List.of());
    }
}
