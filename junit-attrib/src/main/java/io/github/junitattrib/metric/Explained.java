package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Target;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.method.Question;

/** The question that an attribution answers, so that a metric can ask the model about the same number. */
final class Explained {

    private Explained() {}

    /** Asks about the explained number itself, from the padding baseline; {@code metric} is for the refusal. */
    static Question question(Attribution attribution, String metric) {
        return Question.of(attribution.text()).toward(target(attribution, metric));
    }

    private static Target target(Attribution attribution, String metric) {
        TargetScore score = attribution.target();
        if (score instanceof TargetScore.OfClass one) {
            return Target.index(one.index());
        }
        if (score instanceof TargetScore.Difference two) {
            return new Target.Contrast(Target.index(two.index()), Target.index(two.other()));
        }
        if (score instanceof TargetScore.OfProbability one) {
            return Target.probability(Target.index(one.index()));
        }
        throw new UndefinedMetricException(metric + " asks the model about the explained number, but "
                + attribution.label() + " is none that it gives for changed texts. Explain a class.");
    }

    /** Asks about the probability of the explained class where there is one, else about the explained number. */
    static Question probability(Attribution attribution, String metric) {
        boolean ofClass = attribution.target() instanceof TargetScore.OfClass;
        return ofClass && attribution.prediction().kind() != ScoreKind.VALUES
                ? Question.of(attribution.text())
                        .toward(Target.probability(
                                Target.index(attribution.target().index())))
                : question(attribution, metric);
    }
}
