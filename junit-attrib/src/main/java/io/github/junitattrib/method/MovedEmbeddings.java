package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.TokenizedText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model says, and a method answers, of a text whose word embeddings are moved, for metrics and axioms.
 *
 * <p>It belongs to one thread. Special tokens stay where they are, and the explained number is that of the text as it
 * stands, whatever is predicted of its neighbours.
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
     * @param shares for each point one share p per token [N][T], or one per dimension of each token [N][T·D]: 0 leaves it,
     *     1 puts the baseline in its place
     * @return the measured number of each [N]
     * @throws io.github.junitattrib.AttributionException if the baseline does not fit, or a score is no finite number
     * @throws IllegalArgumentException if there is not one share for each token or each dimension
     */
    public double[] towardBaseline(List<double[]> shares) {
        shares.forEach(this::requireShares);
        List<ExplainedInput> inputs = text.inputs();
        double[] values = new double[shares.size()];
        for (ExplainedInput one : inputs) {
            forBatches(one, shares, (from, points) -> {
                double[][] scores = text.function().scores(points);
                for (int i = 0; i < scores.length; i++) {
                    values[from + i] += value(scores[i]) / inputs.size();
                }
            });
        }
        return values;
    }

    /**
     * Computes how the measured number changes as each token moves from the baseline to the text:
     * Σ_d (x − x')_{t,d} ∂F(x − p ⊙ (x − x'))/∂z_{t,d}, over several baselines the mean.
     *
     * @param shares as for {@link #towardBaseline}
     * @return the slope of each token at each point [N][T]
     * @throws io.github.junitattrib.AttributionException if the baseline does not fit, or a score is no finite number
     * @throws IllegalArgumentException if there is not one share for each token or each dimension
     */
    public double[][] slopes(List<double[]> shares) {
        shares.forEach(this::requireShares);
        List<ExplainedInput> inputs = text.inputs();
        double[][] slopes = new double[shares.size()][text.tokens().size()];
        for (ExplainedInput one : inputs) {
            forBatches(one, shares, (from, points) -> {
                ScoreGradients gradients = text.function().gradients(points, text.target());
                for (int i = 0; i < points.length; i++) {
                    value(gradients.scores()[i]);
                    double[] gradient = gradients.gradients()[i];
                    for (int k = 0; k < gradient.length; k++) {
                        double way = one.input()[k] - one.baseline()[k];
                        slopes[from + i][k / one.width()] += way * gradient[k] / inputs.size();
                    }
                }
            });
        }
        return slopes;
    }

    /** What is done with the points of one call to the model, the first of which has a number. */
    private interface Batch {
        void accept(int from, double[][] points);
    }

    private void forBatches(ExplainedInput input, List<double[]> shares, Batch use) {
        int batch = text.function().batchSize();
        for (int from = 0; from < shares.size(); from += batch) {
            double[][] points = shares.subList(from, Math.min(shares.size(), from + batch)).stream()
                    .map(share -> point(input, share))
                    .toArray(double[][]::new);
            use.accept(from, points);
        }
        evaluations += shares.size();
    }

    private void requireShares(double[] shares) {
        if (shares.length != input.length) {
            requireLength(shares, text.tokens().size(), "share", "token");
        }
    }

    private static void requireLength(double[] numbers, int length, String one, String each) {
        if (numbers.length != length) {
            throw new IllegalArgumentException("Moving embeddings needs one " + one + " for each " + each + ", so "
                    + length + ", but " + numbers.length + " were given.");
        }
    }

    private static double[] point(ExplainedInput input, double[] shares) {
        double[] point = input.input().clone();
        int perShare = point.length / shares.length;
        for (int i = 0; i < point.length; i++) {
            point[i] -= shares[i / perShare] * (point[i] - input.baseline()[i]);
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
     * Says whether another model reads the same numbers: then points may be compared that move each dimension by itself.
     *
     * @param other the same text on another model
     * @return true if x and x' of both have the same size and differ by no more than single precision does
     */
    public boolean sharesEmbeddings(MovedEmbeddings other) {
        List<ExplainedInput> mine = text.inputs();
        List<ExplainedInput> others = other.text.inputs();
        return mine.size() == others.size()
                && IntStream.range(0, mine.size())
                        .allMatch(i -> near(mine.get(i).input(), others.get(i).input())
                                && near(mine.get(i).baseline(), others.get(i).baseline()));
    }

    private static boolean near(double[] one, double[] other) {
        return one.length == other.length
                && IntStream.range(0, one.length)
                        .allMatch(i -> Math.abs(one[i] - other[i])
                                <= ErrorBars.FLOAT_NOISE * Math.max(1, Math.max(Math.abs(one[i]), Math.abs(other[i]))));
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
