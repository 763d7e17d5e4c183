package io.github.junitattrib.conformance;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.EmbeddingTable;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.text.TokenizedText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * A formula of n numbers as a classifier of texts that write these numbers: the text {@code "20 50 30"} is the point
 * (20, 50, 30), each number a word and a token whose embedding is the number itself.
 *
 * <p>So every method runs on it, those that leave words out as well as those that follow gradients, and its attributions
 * can be computed by hand. Everything is double precision; the engine is not needed.
 *
 * <pre>{@code
 * ClosedForm product = ClosedForm.of("xy", 2, x -> new Gradient[] {x[0].multiply(x[1])});
 * AttributionRequest.of(product, "3 4", new IntegratedGradients()).attribution(); // 6 and 6
 * }</pre>
 */
public final class ClosedForm implements DifferentiableClassifier {

    private final NumberTexts texts;
    private final List<String> labels;
    private final ScoreKind kind;
    private final Formula formula;

    private ClosedForm(NumberTexts texts, List<String> labels, ScoreKind kind, Formula formula) {
        this.texts = texts;
        this.labels = List.copyOf(labels);
        this.kind = kind;
        this.formula = formula;
    }

    /**
     * Makes a model of one score, which is a value and no class.
     *
     * @param name for messages, such as the formula in words
     * @param size number of numbers n in a text
     * @param formula from n numbers to one score
     * @return the model
     */
    public static ClosedForm of(String name, int size, Formula formula) {
        return new ClosedForm(NumberTexts.of(name, size), List.of("F"), ScoreKind.VALUES, formula);
    }

    /**
     * Makes a model of several classes, whose scores are logits.
     *
     * @param name for messages, such as the formula in words
     * @param size number of numbers n in a text
     * @param labels names of the classes [C]
     * @param formula from n numbers to C scores
     * @return the model
     */
    public static ClosedForm of(String name, int size, List<String> labels, Formula formula) {
        return new ClosedForm(NumberTexts.of(name, size), labels, ScoreKind.LOGITS, formula);
    }

    /**
     * Gives a baseline another number than 0, or one at all.
     *
     * @param row {@link Baseline#PAD}, {@link Baseline#MASK} or {@link Baseline#UNK}
     * @param number what stands in place of every number of the text
     * @return a changed copy
     */
    public ClosedForm baseline(Baseline.Row row, double number) {
        return new ClosedForm(texts.baseline(row, number), labels, kind, formula);
    }

    /**
     * Writes a point as a text.
     *
     * @param x the numbers
     * @return a text that this model reads as these numbers
     */
    public static String text(double... x) {
        return String.join(" ", Arrays.stream(x).mapToObj(Double::toString).toList());
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public ModelFacts facts() {
        return new ModelFacts(texts.name(), "cpu", "float64");
    }

    @Override
    public List<Span> words(String text) {
        return NumberTexts.words(text);
    }

    @Override
    public TokenizedText tokenize(String text) {
        return texts.tokenize(text);
    }

    @Override
    public Prediction predict(String text) {
        return predict(tokenize(text));
    }

    @Override
    public Prediction predict(TokenizedText text) {
        return Prediction.of(kind, labels, scores(NumberTexts.point(text)));
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        return texts.embed(text, baseline);
    }

    @Override
    public Optional<EmbeddingTable> embeddingTable() {
        return Optional.of(new NumberTable());
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        return new Points();
    }

    private double[] scores(double[] x) {
        return Arrays.stream(gradients(x)).mapToDouble(Gradient::getValue).toArray();
    }

    private Gradient[] gradients(double[] x) {
        Gradient[] variables = IntStream.range(0, x.length)
                .mapToObj(i -> Gradient.variable(x.length, i, x[i]))
                .toArray(Gradient[]::new);
        return formula.scores(variables);
    }

    /** The formula with its gradients, point by point. */
    private final class Points implements ScoreFunction {

        @Override
        public double[][] scores(double[][] points) {
            return Arrays.stream(points).map(ClosedForm.this::scores).toArray(double[][]::new);
        }

        @Override
        public ScoreGradients gradients(double[][] points, TargetScore target) {
            double[][] scores = new double[points.length][];
            double[][] gradients = new double[points.length][];
            for (int b = 0; b < points.length; b++) {
                Gradient[] computed = ClosedForm.this.gradients(points[b]);
                scores[b] =
                        Arrays.stream(computed).mapToDouble(Gradient::getValue).toArray();
                gradients[b] = chain(computed, target.slopes(scores[b]), points[b].length);
            }
            return new ScoreGradients(scores, gradients);
        }

        private static double[] chain(Gradient[] scores, double[] slopes, int size) {
            double[] gradient = new double[size];
            for (int c = 0; c < scores.length; c++) {
                if (slopes[c] != 0) {
                    double[] ofScore = scores[c].getGradient();
                    for (int i = 0; i < size; i++) {
                        gradient[i] += slopes[c] * ofScore[i];
                    }
                }
            }
            return gradient;
        }

        @Override
        public int batchSize() {
            return 64;
        }
    }
}
