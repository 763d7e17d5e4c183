package io.github.junitattrib.method;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a model predicts of the texts of several questions: asked together, and one by one where that fails, so that a text
 * gets the error that it gets alone.
 */
final class Predictions {

    private final List<Supplier<Prediction>> each = new ArrayList<>();

    private Predictions() {}

    /** Asks about all texts, {@link Inquiry#TEXTS} at a time. */
    static Predictions of(TextClassifier model, List<Question> questions) {
        Predictions predictions = new Predictions();
        for (int from = 0; from < questions.size(); from += Inquiry.TEXTS) {
            predictions.ask(
                    model,
                    questions.subList(from, Math.min(from + Inquiry.TEXTS, questions.size())).stream()
                            .map(Question::text)
                            .toList());
        }
        return predictions;
    }

    private void ask(TextClassifier model, List<String> texts) {
        List<Prediction> answers;
        try {
            answers = model.predictAll(texts);
        } catch (RuntimeException e) {
            texts.forEach(text -> each.add(() -> model.predict(text)));
            return;
        }
        List<Prediction> counted = TextScores.counted(model, texts, answers);
        for (int i = 0; i < texts.size(); i++) {
            int place = i;
            each.add(() -> Prediction.requireGiven(counted.get(place), model.facts(), texts.get(place)));
        }
    }

    /** Returns the prediction of one text, or fails as it fails for this one. */
    Prediction of(int question) {
        return each.get(question).get();
    }
}
