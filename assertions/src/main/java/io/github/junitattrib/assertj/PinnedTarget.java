package io.github.junitattrib.assertj;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.Target;

/** Replaces "the predicted class" by the class that was predicted, so that a changed text is explained toward the same. */
final class PinnedTarget {

    private PinnedTarget() {}

    static Target of(Target target, Prediction prediction) {
        if (target instanceof Target.Predicted) {
            return Target.index(prediction.index());
        }
        if (target instanceof Target.Probability probability) {
            return Target.probability(of(probability.of(), prediction));
        }
        return target instanceof Target.Contrast contrast
                ? new Target.Contrast(of(contrast.first(), prediction), of(contrast.second(), prediction))
                : target;
    }
}
