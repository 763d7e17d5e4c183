package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldBeFaithful.unclearFaithfulness;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Measured;
import io.github.junitattrib.assertj.error.ShouldBeFaithful;
import io.github.junitattrib.metric.Comprehensiveness;
import io.github.junitattrib.metric.FaithfulnessMetric;
import io.github.junitattrib.metric.Sufficiency;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.function.BiFunction;
import org.assertj.core.error.ErrorMessageFactory;

/** Whether the model's score falls as far as it should without the top words, or with these alone. */
record FaithfulnessJudgment(
        String name,
        FaithfulnessMetric metric,
        Bound bound,
        BiFunction<Attribution, Measured, ErrorMessageFactory> failure) {

    static FaithfulnessJudgment atLeast(double least, Comprehensiveness metric) {
        return new FaithfulnessJudgment(
                "comprehensiveness", metric, Bound.atLeast(least), ShouldBeFaithful::shouldBeComprehensive);
    }

    static FaithfulnessJudgment atMost(double most, Sufficiency metric) {
        return new FaithfulnessJudgment(
                "sufficiency", metric, Bound.atMost(most), ShouldBeFaithful::shouldBeSufficient);
    }

    Outcome judge(Attribution attribution, TextClassifier model) {
        Measured drop = new Measured(name, bound, metric.measure(model, attribution));
        return switch (drop.verdict()) {
            case PASS -> Outcome.pass(List.of());
            case FAIL -> Outcome.fail(failure.apply(attribution, drop), List.of());
            case INCONCLUSIVE -> Outcome.inconclusive(unclearFaithfulness(attribution, drop), List.of());
        };
    }
}
