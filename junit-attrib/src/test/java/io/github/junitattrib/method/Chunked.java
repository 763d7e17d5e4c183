package io.github.junitattrib.method;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.text.TokenizedText;
import java.util.List;

/** A model that wants its points in chunks of another size. */
record Chunked(DifferentiableClassifier model, int batchSize) implements DifferentiableClassifier {

    @Override
    public List<String> labels() {
        return model.labels();
    }

    @Override
    public ModelFacts facts() {
        return model.facts();
    }

    @Override
    public Prediction predict(String text) {
        return model.predict(text);
    }

    @Override
    public TokenizedText tokenize(String text) {
        return model.tokenize(text);
    }

    @Override
    public Prediction predict(TokenizedText text) {
        return model.predict(text);
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        return model.embed(text, baseline);
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        ScoreFunction function = model.function(text);
        return new ScoreFunction() {
            @Override
            public double[][] scores(double[][] points) {
                return function.scores(points);
            }

            @Override
            public ScoreGradients gradients(double[][] points, TargetScore target) {
                return function.gradients(points, target);
            }

            @Override
            public int batchSize() {
                return batchSize;
            }
        };
    }
}
