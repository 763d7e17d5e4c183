package io.github.junitattrib.junit;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import io.github.junitattrib.text.WordSplitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** F is the sum of one number per word, so that the attribution of each word is exactly its number. */
record FakeClassifier(ModelFacts facts, FakeLoader.Counts counts) implements DifferentiableClassifier {

    private static final List<String> LABELS = List.of("NEGATIVE", "POSITIVE");

    private static double number(String word) {
        return switch (word) {
            case "great" -> 2;
            case "said" -> 1;
            default -> 0.25;
        };
    }

    @Override
    public List<String> labels() {
        return LABELS;
    }

    @Override
    public TokenizedText tokenize(String text) {
        if (text.isBlank()) {
            throw new InvalidTextException("The text is blank.");
        }
        List<Token> tokens = new ArrayList<>();
        for (Span span : WordSplitter.words(text)) {
            int word = tokens.size();
            tokens.add(new Token(word, span.of(text), Optional.of(span), OptionalInt.of(word), false));
        }
        return new TokenizedText(text, tokens);
    }

    @Override
    public Prediction predict(String text) {
        return predict(tokenize(text));
    }

    @Override
    public Prediction predict(TokenizedText text) {
        return Prediction.ofLogits(LABELS, scores(numbers(text)));
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        double start = baseline == Baseline.PAD ? 0 : -1;
        double[] from = new double[text.size()];
        Arrays.fill(from, start);
        return new ExplainedInput(text, numbers(text), from);
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        if (closed()) {
            throw new IllegalStateException("The fake model is closed.");
        }
        counts.computations().incrementAndGet();
        return new Sum();
    }

    private boolean closed() {
        return counts.closes().get() >= counts.loads().get();
    }

    @Override
    public void close() {
        counts.closes().incrementAndGet();
    }

    private static double[] numbers(TokenizedText text) {
        return text.tokens().stream().mapToDouble(token -> number(token.text())).toArray();
    }

    private static double[] scores(double[] point) {
        double sum = Arrays.stream(point).sum();
        return new double[] {-sum, sum};
    }

    private record Sum() implements ScoreFunction {

        @Override
        public double[][] scores(double[][] points) {
            return Arrays.stream(points).map(FakeClassifier::scores).toArray(double[][]::new);
        }

        @Override
        public ScoreGradients gradients(double[][] points, TargetScore target) {
            double[][] gradients = new double[points.length][points[0].length];
            for (double[] gradient : gradients) {
                double[] slopes = target.slopes(new double[2]);
                Arrays.fill(gradient, slopes[1] - slopes[0]);
            }
            return new ScoreGradients(scores(points), gradients);
        }

        @Override
        public int batchSize() {
            return 8;
        }
    }

    /** The same on the first rung: it can only predict. */
    record Plain(FakeClassifier model) implements TextClassifier {

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
        public void close() {
            model.close();
        }
    }
}
