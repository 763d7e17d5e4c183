package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.TokenizedText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model says, and a method answers, of a text whose word embeddings are moved, for metrics.
 *
 * <p>It belongs to one thread. Special tokens stay where they are, and the explained number is that of the text as it stands, whatever is predicted
 * of its neighbours.
 */
public final class MovedEmbeddings {

    private final ExplainedText text;
    private final double[] input;
    private final double inputScore;
    private double largest;
    private int evaluations = 1;

    private MovedEmbeddings(ExplainedText text) {
        this.text = text;
        input = text.input();
        inputScore = text.target().value(text.scoresAt(input));
        largest = Math.abs(inputScore);
    }

    /**
     * Reads a text.
     *
     * @param model a differentiable classifier (rung 2)
     * @param question the text, the number that is measured, and the baseline that embeddings are moved to
     * @param asker for the refusal of a model without gradients
     * @return the text on the model
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public static MovedEmbeddings of(TextClassifier model, Question question, String asker) {
        return new MovedEmbeddings(ExplainedText.of(model, question, asker));
    }

    /**
     * Returns the tokens whose embeddings are moved.
     *
     * @return T tokens, special ones included
     */
    public TokenizedText tokens() {
        return text.tokens();
    }

    /**
     * Returns the measured number of the text itself.
     *
     * @return F(x)
     */
    public double inputScore() {
        return inputScore;
    }

    /**
     * Moves every token a share of the way to the baseline: F(x − p ⊙ (x − x')), over several baselines the mean.
     *
     * @param shares for each point one share p per token [N][T]: 0 leaves it, 1 puts the baseline in its place
     * @return the measured number of each [N]
     * @throws io.github.junitattrib.AttributionException if the baseline does not fit, or a score is no finite number
     * @throws IllegalArgumentException if there is not one share for each token
     */
    public double[] towardBaseline(List<double[]> shares) {
        shares.forEach(one -> requireLength(one, text.tokens().size(), "share", "token"));
        List<ExplainedInput> inputs = text.inputs();
        double[] values = new double[shares.size()];
        int batch = text.function().batchSize();
        for (ExplainedInput one : inputs) {
            for (int from = 0; from < values.length; from += batch) {
                int to = Math.min(values.length, from + batch);
                double[][] points = IntStream.range(from, to)
                        .mapToObj(i -> point(one, shares.get(i)))
                        .toArray(double[][]::new);
                double[][] scores = text.function().scores(points);
                for (int i = from; i < to; i++) {
                    values[i] += value(scores[i - from]) / inputs.size();
                }
            }
            evaluations += values.length;
        }
        return values;
    }

    private static void requireLength(double[] numbers, int length, String one, String each) {
        if (numbers.length != length) {
            throw new IllegalArgumentException("Moving embeddings needs one " + one + " for each " + each + ", so "
                    + length + ", but " + numbers.length + " were given.");
        }
    }

    private static double[] point(ExplainedInput input, double[] shares) {
        double[] point = input.input().clone();
        for (int i = 0; i < point.length; i++) {
            point[i] -= shares[i / input.width()] * (point[i] - input.baseline()[i]);
        }
        return point;
    }

    private double value(double[] scores) {
        if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
            throw new ModelLoadException("Model " + text.model().facts().name()
                    + " gives scores that are no finite numbers: " + Arrays.toString(scores) + " for embeddings near"
                    + " the text \"" + text.question().text() + "\". Move them less, or check the model's weights.");
        }
        double value = text.target().value(scores);
        largest = Math.max(largest, Math.abs(value));
        return value;
    }

    /**
     * Runs a method on a neighbour of the text, toward the same number.
     *
     * @param method a gradient method
     * @param move what is added to the embeddings, one number for each dimension of each token [T·D]; nothing may be
     *     added to special tokens
     * @return the attribution of the neighbour
     * @throws io.github.junitattrib.AttributionException if the method does not work on neighbours of a text
     * @throws IllegalArgumentException if there is not one number for each dimension of each token
     */
    public Attribution attributeAt(AttributionMethod method, double[] move) {
        requireLength(move, input.length, "number", "dimension of the tokens");
        return method.attribute(new NoisyInput(text, move), text.nearby());
    }

    /**
     * Returns how often the measured number was computed so far, that of the text itself included.
     *
     * @return number of evaluations of the model
     */
    public int evaluations() {
        return evaluations;
    }

    /**
     * Returns the rounding error of a difference of two numbers computed so far.
     *
     * @return a small number, not negative
     */
    public double noise() {
        return ErrorBars.FLOAT_NOISE * largest;
    }

    /**
     * Returns the number of embedding dimensions of all tokens.
     *
     * @return T·D
     */
    public int size() {
        return input.length;
    }
}
