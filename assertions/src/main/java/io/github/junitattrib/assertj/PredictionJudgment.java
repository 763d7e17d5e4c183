package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldPredict.shouldNotPredict;
import static io.github.junitattrib.assertj.error.ShouldPredict.shouldNotPredictLabel;
import static io.github.junitattrib.assertj.error.ShouldPredict.shouldPredict;
import static io.github.junitattrib.assertj.error.ShouldPredict.shouldPredictLabel;
import static io.github.junitattrib.assertj.error.ShouldPredict.unclearPrediction;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Verdict;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * Whether the model predicts a class, or does not.
 *
 * @param label the class as the model spells it
 * @param wanted whether it should be predicted
 */
record PredictionJudgment(String label, boolean wanted) implements Function<Attribution, Outcome> {

    @Override
    public Outcome apply(Attribution attribution) {
        Outputs outputs = Outputs.of(attribution, label);
        Verdict predicted = outputs.predicted();
        if (predicted == Verdict.INCONCLUSIVE) {
            return Outcome.inconclusive(unclearPrediction(attribution, label), List.of());
        }
        return (predicted == Verdict.PASS) == wanted
                ? Outcome.pass(List.of())
                : Outcome.fail(message(attribution, outputs.isExclusive()), List.of());
    }

    private ErrorMessageFactory message(Attribution attribution, boolean exclusive) {
        if (exclusive) {
            return wanted ? shouldPredict(attribution, label) : shouldNotPredict(attribution, label);
        }
        return wanted ? shouldPredictLabel(attribution, label) : shouldNotPredictLabel(attribution, label);
    }
}
