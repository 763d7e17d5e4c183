package io.github.junitattrib.axiom;

import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.function.Function;

/** A model that gives predictions alone (rung 1). */
record Predicting(String name, List<String> labels, Function<String, Prediction> answer) implements TextClassifier {

    /** Shows no more of a model than its predictions. */
    static Predicting of(TextClassifier model, String name) {
        return new Predicting(name, model.labels(), model::predict);
    }

    /** Two classes, the second of which scores 0. */
    static Predicting logit(String name, Function<String, Double> logit) {
        List<String> labels = List.of("YES", "NO");
        return new Predicting(name, labels, text -> Prediction.ofLogits(labels, new double[] {logit.apply(text), 0}));
    }

    @Override
    public Prediction predict(String text) {
        return answer.apply(text);
    }

    @Override
    public ModelFacts facts() {
        return ModelFacts.unknown(name);
    }
}
