package io.github.junitattrib.model;

import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import java.util.List;

/** A classifier whose outputs stand in another order, see {@link LabelPermutation}. */
class PermutedClassifier implements TextClassifier {

    private final TextClassifier model;
    private final LabelPermutation permutation;

    PermutedClassifier(TextClassifier model, LabelPermutation permutation) {
        this.model = model;
        this.permutation = permutation;
    }

    final LabelPermutation permutation() {
        return permutation;
    }

    @Override
    public List<String> labels() {
        return model.labels();
    }

    @Override
    public Prediction predict(String text) {
        return permutation.of(model.predict(text));
    }

    @Override
    public List<Prediction> predictAll(List<String> texts) {
        return model.predictAll(texts).stream().map(permutation::of).toList();
    }

    @Override
    public List<Span> words(String text) {
        return model.words(text);
    }

    @Override
    public ModelFacts facts() {
        return model.facts();
    }
}
