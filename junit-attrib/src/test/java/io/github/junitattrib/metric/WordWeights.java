package io.github.junitattrib.metric;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Map;

/** A classifier of rung 1 whose logit of YES is the sum of its words' weights, and of NO is zero. */
record WordWeights(Map<String, Double> weights) implements TextClassifier {

    @Override
    public List<String> labels() {
        return List.of("YES", "NO");
    }

    @Override
    public Prediction predict(String text) {
        double logit = words(text).stream()
                .mapToDouble(word -> weights.getOrDefault(word.of(text), 0.0))
                .sum();
        return Prediction.ofLogits(labels(), new double[] {logit, 0});
    }
}
