package io.github.junitattrib.conformance;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern WORD = Pattern.compile("\\S+");

    private final String name;
    private final int size;
    private final List<String> labels;
    private final ScoreKind kind;
    private final Formula formula;
    private final Map<Baseline.Row, Double> baselines = new EnumMap<>(Baseline.Row.class);

    private ClosedForm(String name, int size, List<String> labels, ScoreKind kind, Formula formula) {
        this.name = name;
        this.size = size;
        this.labels = List.copyOf(labels);
        this.kind = kind;
        this.formula = formula;
        baselines.put(Baseline.PAD, 0.0);
        baselines.put(Baseline.ZERO, 0.0);
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
        return new ClosedForm(name, size, List.of("F"), ScoreKind.VALUES, formula);
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
        return new ClosedForm(name, size, labels, ScoreKind.LOGITS, formula);
    }

    /**
     * Gives a baseline another number than 0, or one at all.
     *
     * @param row {@link Baseline#PAD}, {@link Baseline#MASK} or {@link Baseline#UNK}
     * @param number what stands in place of every number of the text
     * @return a changed copy
     */
    public ClosedForm baseline(Baseline.Row row, double number) {
        ClosedForm copy = new ClosedForm(name, size, labels, kind, formula);
        copy.baselines.putAll(baselines);
        copy.baselines.put(row, number);
        return copy;
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
        return new ModelFacts(name, "cpu", "float64");
    }

    @Override
    public List<Span> words(String text) {
        List<Span> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Span(matcher.start(), matcher.end()));
        }
        return words;
    }

    @Override
    public TokenizedText tokenize(String text) {
        List<Span> words = words(text);
        if (words.size() != size) {
            throw new InvalidTextException("The formula " + name + " needs " + size + " numbers, but the text \"" + text
                    + "\" has " + words.size() + ". Write them with spaces between.");
        }
        List<Token> tokens = IntStream.range(0, words.size())
                .mapToObj(i -> new Token(i, words.get(i).of(text), Optional.of(words.get(i)), OptionalInt.of(i), false))
                .toList();
        tokens.forEach(token -> number(token.text()));
        return new TokenizedText(text, tokens);
    }

    @Override
    public Prediction predict(String text) {
        return predict(tokenize(text));
    }

    @Override
    public Prediction predict(TokenizedText text) {
        return Prediction.of(kind, labels, scores(point(text)));
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        Double number = baselines.get(baseline);
        if (number == null) {
            throw new ModelLoadException("The formula " + name + " has no " + baseline
                    + " baseline. Give it by baseline(Baseline." + baseline + ", …), or choose Baseline.ZERO.");
        }
        double[] start = new double[text.size()];
        Arrays.fill(start, number);
        return new ExplainedInput(text, point(text), start);
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

    private static double[] point(TokenizedText text) {
        return text.tokens().stream().mapToDouble(token -> number(token.text())).toArray();
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new InvalidTextException("\"" + word + "\" is no number, as a formula needs. Write it as in 1.5.");
        }
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
