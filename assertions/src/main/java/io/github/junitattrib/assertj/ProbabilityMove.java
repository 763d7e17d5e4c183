package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldMoveProbability.shouldMoveProbability;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Target;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.UnclearChange;
import java.util.List;

/** Whether the probability of a class rises or falls, by more than float32 can tell. */
record ProbabilityMove(String label, boolean rises) implements ChangeExpectation {

    private static final double FLOAT_NOISE = 1e-6;

    ProbabilityMove {
        Outputs.requireGiven(label);
    }

    @Override
    public String call() {
        return (rises ? "raisesProbabilityOf(\"" : "lowersProbabilityOf(\"") + label + "\")";
    }

    @Override
    public Outcome judge(ChangedPair pair) {
        double before = probability(pair.original());
        double after = probability(pair.changed());
        double rise = rises ? after - before : before - after;
        if (rise > FLOAT_NOISE) {
            return Outcome.pass(List.of());
        }
        return rise < -FLOAT_NOISE
                ? Outcome.fail(shouldMoveProbability(pair, label, rises, before, after), List.of())
                : Outcome.inconclusive(
                        UnclearChange.because(
                                pair,
                                "the probability of " + label + (rises ? " rises" : " falls"),
                                "it is the same before and after as far as float32 can tell",
                                "Check that the change reaches the model; where the model is too sure, compare the"
                                        + " scores of a word."),
                        List.of());
    }

    private double probability(Attribution attribution) {
        TargetScore score =
                Target.probability(Target.label(label)).resolve(attribution.prediction(), attribution.model());
        return attribution.prediction().probabilities().get(score.index());
    }
}
