package io.github.junitattrib.method;

import io.github.junitattrib.AttributionException;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The explained number of changed texts, for any classifier.
 *
 * @param model only asked for predictions
 * @param target the explained number
 * @param kind what the scores of the explained text are
 */
record TextScores(TextClassifier model, TargetScore target, ScoreKind kind) {

    /** Asks about several texts at once; a text that the model refuses is named. */
    double[] of(List<String> texts) {
        List<Prediction> predictions = answers(model, texts);
        double[] values = new double[texts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = of(texts.get(i), predictions.get(i));
        }
        return values;
    }

    /** Returns the explained number of a text that the model was asked about. */
    double of(String text, @Nullable Prediction answer) {
        Prediction finite = Prediction.requireGiven(answer, model.facts(), text).requireFinite(model.facts(), text);
        requireSameClasses(finite, text);
        requireSameKind(finite, text);
        return value(target, finite);
    }

    /** Returns the explained number of a prediction. */
    static double value(TargetScore target, Prediction prediction) {
        return target.value(
                prediction.scores().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The explained number is the score of a class by its index: it must be the same class of every text. */
    private void requireSameClasses(Prediction prediction, String text) {
        if (!prediction.labels().equals(model.labels())) {
            throw new EngineException("Model " + model.facts().name() + " predicts the classes " + prediction.labels()
                    + " for the text \"" + text + "\", but names " + model.labels()
                    + ". Have its predictions name the same classes for every text.");
        }
    }

    /** Logits and probabilities of one model are other numbers: their difference would tell nothing of words. */
    private void requireSameKind(Prediction prediction, String text) {
        if (prediction.kind() != kind) {
            throw new EngineException(
                    "Model " + model.facts().name() + " gives " + prediction.kind() + " for the text \""
                            + text + "\", but " + kind
                            + " for the explained text. Have its predictions say the same kind of scores for every text.");
        }
    }

    /** Asks about several texts at once, or one by one if that fails, to name the text that the model stumbles over. */
    static List<Prediction> answers(TextClassifier model, List<String> texts) {
        List<Prediction> predictions;
        try {
            predictions = model.predictAll(texts);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            // One by one, to name the text that the model stumbles over.
            predictions = texts.stream().map(text -> prediction(model, text)).toList();
        }
        return counted(model, texts, predictions);
    }

    /** Holds the number of predictions to that of the texts. */
    static List<Prediction> counted(TextClassifier model, List<String> texts, @Nullable List<Prediction> predictions) {
        if (predictions == null || predictions.size() != texts.size()) {
            throw new EngineException("Model " + model.facts().name() + " gives "
                    + (predictions == null ? "no list (null) of" : predictions.size()) + " predictions for "
                    + texts.size() + " texts. Check its predictAll: one for each, in their order.");
        }
        return predictions;
    }

    private static Prediction prediction(TextClassifier model, String changed) {
        try {
            return model.predict(changed);
        } catch (InvalidTextException e) {
            InvalidTextException named =
                    new InvalidTextException("Model " + model.facts().name()
                            + " cannot be asked about \"" + changed + "\", to which the explained text was changed: "
                            + e.getMessage()
                            + " Take the words away in another way: Removal.replaceBy(\"[MASK]\") with a word that the model"
                            + " reads as nothing, or Removal.BASELINE for a differentiable model.");
            named.initCause(e);
            throw named;
        } catch (AttributionException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new EngineException(
                    "Model " + model.facts().name() + " failed on \"" + changed
                            + "\", what the explained text was changed to: " + e
                            + ". A model must answer for every text:"
                            + " mend it, or take the words away in another way, such as Removal.replaceBy(\"[MASK]\").",
                    e);
        }
    }
}
