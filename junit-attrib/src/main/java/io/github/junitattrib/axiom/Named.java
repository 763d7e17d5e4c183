package io.github.junitattrib.axiom;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.Target;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;

/** Names the predicted class, so that several models are asked about the same one. */
final class Named {

    private Named() {}

    /** The question with the class that the model predicts in place of the predicted one. */
    static Question question(TextClassifier model, Question question) {
        return isNamed(question.target())
                ? question
                : question.toward(target(question.target(), model.predict(question.text())));
    }

    private static boolean isNamed(Target target) {
        if (target instanceof Target.Contrast two) {
            return isNamed(two.first()) && isNamed(two.second());
        }
        return target instanceof Target.Probability one ? isNamed(one.of()) : !(target instanceof Target.Predicted);
    }

    private static Target target(Target any, Prediction prediction) {
        if (any instanceof Target.Predicted) {
            return Target.label(prediction.label());
        }
        if (any instanceof Target.Contrast two) {
            return new Target.Contrast(target(two.first(), prediction), target(two.second(), prediction));
        }
        return any instanceof Target.Probability one ? new Target.Probability(target(one.of(), prediction)) : any;
    }
}
