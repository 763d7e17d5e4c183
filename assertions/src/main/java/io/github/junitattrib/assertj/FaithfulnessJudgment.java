package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldBeFaithful.faithfulnessDecidedByPrediction;
import static io.github.junitattrib.assertj.error.ShouldBeFaithful.unclearFaithfulness;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Measured;
import io.github.junitattrib.assertj.error.ShouldBeFaithful;
import io.github.junitattrib.metric.Comprehensiveness;
import io.github.junitattrib.metric.Erasure;
import io.github.junitattrib.metric.FaithfulnessMetric;
import io.github.junitattrib.metric.Sufficiency;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.assertj.core.error.ErrorMessageFactory;

/** Whether the model's score falls as far as it should without the top words, or with these alone. */
record FaithfulnessJudgment(
        String name,
        FaithfulnessMetric metric,
        Erasure.Measure measure,
        Bound bound,
        BiFunction<Attribution, Measured, ErrorMessageFactory> failure) {

    private static final String NO_METRIC = "The metric must not be null. Leave it out for ERASER's bins.";

    static FaithfulnessJudgment atLeast(double least, Comprehensiveness metric) {
        Objects.requireNonNull(metric, NO_METRIC);
        return new FaithfulnessJudgment(
                "comprehensiveness",
                metric,
                metric.erasure().measure(),
                Bound.atLeast(least),
                ShouldBeFaithful::shouldBeComprehensive);
    }

    static FaithfulnessJudgment atMost(double most, Sufficiency metric) {
        Objects.requireNonNull(metric, NO_METRIC);
        return new FaithfulnessJudgment(
                "sufficiency",
                metric,
                metric.erasure().measure(),
                Bound.atMost(most),
                ShouldBeFaithful::shouldBeSufficient);
    }

    Outcome judge(Attribution attribution, TextClassifier model) {
        if (isOfProbability(attribution)) {
            bound.within("The fall of a probability (" + name + ")", -1, 1);
        }
        Measured drop = new Measured(name, bound, metric.measure(model, attribution));
        return switch (drop.verdict()) {
            case PASS ->
                isDecidedByThePrediction(attribution)
                        ? Outcome.inconclusive(faithfulnessDecidedByPrediction(attribution, drop), List.of())
                        : Outcome.pass(List.of());
            case FAIL -> Outcome.fail(failure.apply(attribution, drop), List.of());
            case INCONCLUSIVE -> Outcome.inconclusive(unclearFaithfulness(attribution, drop), List.of());
        };
    }

    /** Whether no words could miss the bound, because a probability falls to 0 at most and rises to 1 at most. */
    private boolean isDecidedByThePrediction(Attribution attribution) {
        if (!isOfProbability(attribution)) {
            return false;
        }
        double probability = attribution
                .prediction()
                .probabilities()
                .get(attribution.target().index());
        return bound.lower() <= probability - 1 && bound.upper() >= probability;
    }

    /** Whether what falls is a probability; a logit or a value may fall by any number. */
    private boolean isOfProbability(Attribution attribution) {
        return measure == Erasure.Measure.PROBABILITY
                && attribution.target() instanceof TargetScore.OfClass
                && attribution.prediction().kind() != ScoreKind.VALUES;
    }
}
