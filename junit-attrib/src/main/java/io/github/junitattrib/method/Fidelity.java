package io.github.junitattrib.method;

import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Prediction;
import java.util.Locale;

/** Guards that what is explained is what the model says: the end of the path must score as the text itself does. */
final class Fidelity {

    private static final double LIMIT = 1e-5;

    private Fidelity() {}

    /** Compares the scores of the embeddings at α = 1 [C] with the ordinary prediction. */
    static void check(Prediction prediction, double[] atInput, ModelFacts model) {
        if (atInput.length != prediction.scores().size()) {
            throw new ModelLoadException("Model " + model.name() + " gives "
                    + prediction.scores().size() + " scores from the text, but " + atInput.length
                    + " from its word embeddings. Check its implementation: both must be those of all classes.");
        }
        for (int label = 0; label < atInput.length; label++) {
            double ordinary = prediction.scores().get(label);
            double limit = LIMIT * Math.max(1, Math.abs(ordinary));
            // Written so that a NaN on one side alone fails too.
            boolean same =
                    Math.abs(ordinary - atInput[label]) <= limit || Double.compare(ordinary, atInput[label]) == 0;
            if (!same) {
                throw new ModelLoadException(String.format(
                        Locale.ROOT,
                        "Model %s scores %.8g for %s from the text, but %.8g from its word embeddings: what would be"
                                + " explained is not what the model says. Check that the checkpoint belongs to its"
                                + " config.json; a model with random layers at inference cannot be explained.",
                        model.name(),
                        ordinary,
                        prediction.labels().get(label),
                        atInput[label]));
            }
        }
    }
}
