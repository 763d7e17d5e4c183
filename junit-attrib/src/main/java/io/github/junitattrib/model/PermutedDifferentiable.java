package io.github.junitattrib.model;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.text.TokenizedText;
import java.util.List;
import java.util.Optional;

/** The same on the second rung. */
class PermutedDifferentiable extends PermutedClassifier implements DifferentiableClassifier {

    private final DifferentiableClassifier model;

    PermutedDifferentiable(DifferentiableClassifier model, LabelPermutation permutation) {
        super(model, permutation);
        this.model = model;
    }

    @Override
    public TokenizedText tokenize(String text) {
        return model.tokenize(text);
    }

    @Override
    public Prediction predict(TokenizedText text) {
        return permutation().of(model.predict(text));
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        return model.embed(text, baseline);
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        return permutation().of(model.function(text));
    }

    @Override
    public Optional<EmbeddingTable> embeddingTable() {
        return model.embeddingTable();
    }

    @Override
    public ScoreGradients gradients(List<TextPoint> points) {
        List<TextPoint> asked = points.stream()
                .map(point ->
                        new TextPoint(point.text(), point.point(), permutation().sourceOf(point.target())))
                .toList();
        return permutation().of(model.gradients(asked));
    }
}
