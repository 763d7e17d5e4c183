package io.github.junitattrib.method;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.AttentionGradients;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.InspectableClassifier;
import io.github.junitattrib.model.Layer;
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
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A small network in double precision, each number of the input a token: states after the first are all in the place of
 * the first token, as if a head read it.
 *
 * @param input x [T]
 * @param baseline x' [T]
 * @param stages from the word embeddings to the scores; of which the last only picks them out of the last state
 * @param attention what it says of its attention, if it has any
 */
@SuppressWarnings("ArrayRecordComponent") // a test double, never compared
record LayeredForm(double[] input, double[] baseline, List<Stage> stages, Optional<AttentionGradients> attention)
        implements InspectableClassifier {

    /**
     * A step of the computation.
     *
     * @param forward from one state to the next
     * @param backward from the state before, and the gradient by the one behind, to the gradient by the one before
     */
    record Stage(UnaryOperator<double[]> forward, BinaryOperator<double[]> backward) {

        static Stage relu() {
            return new Stage(
                    x -> IntStream.range(0, x.length)
                            .mapToDouble(i -> Math.max(0, x[i]))
                            .toArray(),
                    (x, up) -> IntStream.range(0, x.length)
                            .mapToDouble(i -> x[i] > 0 ? up[i] : 0)
                            .toArray());
        }

        /** W x + b. */
        static Stage linear(double[][] weights, double[] bias) {
            return new Stage(
                    x -> IntStream.range(0, bias.length)
                            .mapToDouble(i -> bias[i] + dot(weights[i], x))
                            .toArray(),
                    (x, up) -> IntStream.range(0, x.length)
                            .mapToDouble(j -> IntStream.range(0, bias.length)
                                    .mapToDouble(i -> weights[i][j] * up[i])
                                    .sum())
                            .toArray());
        }

        private static double dot(double[] a, double[] b) {
            return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
        }
    }

    String text() {
        return String.join(" ", Collections.nCopies(input.length, "w"));
    }

    @Override
    public List<Layer> layers() {
        return IntStream.range(-1, stages.size() - 1).mapToObj(Layer::new).toList();
    }

    @Override
    public ScoreFunction below(TokenizedText text, Layer layer) {
        return part(0, layer.depth() + 1);
    }

    @Override
    public ScoreFunction above(TokenizedText text, Layer layer) {
        return part(layer.depth() + 1, stages.size());
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        return part(0, stages.size());
    }

    private ScoreFunction part(int start, int end) {
        return new ScoreFunction() {
            @Override
            public double[][] scores(double[][] points) {
                return Arrays.stream(points)
                        .map(point -> states(point).get(end - start))
                        .toArray(double[][]::new);
            }

            @Override
            public ScoreGradients gradients(double[][] points, TargetScore target) {
                double[][] gradients = new double[points.length][];
                for (int b = 0; b < points.length; b++) {
                    List<double[]> states = states(points[b]);
                    double[] gradient = target.slopes(states.get(end - start));
                    for (int i = end - 1; i >= start; i--) {
                        gradient = stages.get(i).backward().apply(states.get(i - start), gradient);
                    }
                    gradients[b] = gradient;
                }
                return new ScoreGradients(scores(points), gradients);
            }

            private List<double[]> states(double[] point) {
                List<double[]> states = new ArrayList<>(List.of(point));
                for (int i = start; i < end; i++) {
                    states.add(stages.get(i).forward().apply(states.get(i - start)));
                }
                return states;
            }

            @Override
            public int batchSize() {
                return 7;
            }
        };
    }

    @Override
    public double[][][][] attention(TokenizedText text, double[] point) {
        return attention.map(AttentionGradients::maps).orElse(new double[0][][][]);
    }

    @Override
    public AttentionGradients attentionGradients(TokenizedText text, double[] point, TargetScore target) {
        return attention.orElse(new AttentionGradients(
                function(text).scores(new double[][] {point})[0], new double[0][][][], new double[0][][][]));
    }

    @Override
    public List<String> labels() {
        return List.of("F0", "F1");
    }

    @Override
    public ModelFacts facts() {
        return new ModelFacts("small network", "cpu", "float64");
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
        return Prediction.ofLogits(labels(), function(text).scores(new double[][] {input})[0]);
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row from) {
        return new ExplainedInput(text, input, baseline);
    }
}
