package io.github.junitattrib.method;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * A function of n numbers, explained at one point, with slopes and scores that need not be its own: for what a {@link
 * io.github.junitattrib.conformance.ClosedForm} cannot get wrong. Class 1 has the score F, class 0 has none.
 *
 * @param value F
 * @param gradient ∂F/∂z, or what pretends to be it
 * @param input x
 * @param baseline x'
 * @param ordinary what the ordinary way to the scores says of x
 */
@SuppressWarnings("ArrayRecordComponent") // a test double, never compared
record ClosedForm(
        ToDoubleFunction<double[]> value,
        UnaryOperator<double[]> gradient,
        double[] input,
        double[] baseline,
        double ordinary)
        implements DifferentiableClassifier {

    static ClosedForm of(ToDoubleFunction<double[]> value, UnaryOperator<double[]> gradient, double... input) {
        return from(value, gradient, new double[input.length], input);
    }

    static ClosedForm from(
            ToDoubleFunction<double[]> value, UnaryOperator<double[]> gradient, double[] baseline, double... input) {
        return new ClosedForm(value, gradient, input, baseline, value.applyAsDouble(input));
    }

    /** A text of as many words as there are numbers. */
    String text() {
        return String.join(" ", Collections.nCopies(input.length, "w"));
    }

    @Override
    public List<String> labels() {
        return List.of("NOTHING", "F");
    }

    @Override
    public ModelFacts facts() {
        return new ModelFacts("closed form", "cpu", "float64");
    }

    @Override
    public TokenizedText tokenize(String text) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < input.length; i++) {
            tokens.add(new Token(i, "w", Optional.of(new Span(2 * i, 2 * i + 1)), OptionalInt.of(i), false));
        }
        return new TokenizedText(text, tokens);
    }

    @Override
    public Prediction predict(String text) {
        return predict(tokenize(text));
    }

    @Override
    public Prediction predict(TokenizedText text) {
        return Prediction.ofLogits(labels(), new double[] {0, ordinary});
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row from) {
        return new ExplainedInput(text, input, baseline);
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        return new ScoreFunction() {
            @Override
            public double[][] scores(double[][] points) {
                return Arrays.stream(points)
                        .map(point -> new double[] {0, value.applyAsDouble(point)})
                        .toArray(double[][]::new);
            }

            @Override
            public ScoreGradients gradients(double[][] points, TargetScore target) {
                double[][] scores = scores(points);
                double[][] gradients = new double[points.length][];
                for (int b = 0; b < points.length; b++) {
                    double slope = target.slopes(scores[b])[1];
                    gradients[b] = Arrays.stream(gradient.apply(points[b]))
                            .map(each -> slope == 0 ? 0 : slope * each)
                            .toArray();
                }
                return new ScoreGradients(scores, gradients);
            }

            @Override
            public int batchSize() {
                return 7;
            }
        };
    }

    @Override
    public void close() {}
}
