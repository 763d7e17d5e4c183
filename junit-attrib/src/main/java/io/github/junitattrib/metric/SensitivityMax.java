package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.MovedEmbeddings;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.TokenizedText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;

/**
 * Sensitivity-max: how much a method's scores change at most where the embeddings hardly change,
 * max_ε ‖φ(x + ε) − φ(x)‖₂ / ‖φ(x)‖₂ over random ε with |ε| ≤ r in every dimension. Low is good.
 *
 * <p>Source: C.-K. Yeh et al., On the (In)fidelity and Sensitivity of Explanations, 2019, definition 3.1; peer: Captum's
 * {@code sensitivity_max}, with its division by ‖φ(x)‖, radius and number of samples. Scores are those of tokens, sums over
 * the embedding dimensions; special tokens are not moved, and the explained number stays that of the text. The largest of
 * some samples is never above the largest of all: more samples can only raise it.
 *
 * <p>It asks for a method and not for one attribution. A high value is no fault in itself: where F's slopes jump, scores
 * that say so jump too. The uncertainty is what the error bars of the scores allow; it is not converged where one of the attributions is not. It
 * needs a differentiable model (rung 2) and costs what the method costs, once for the text and once per sample.
 *
 * @param samples number of neighbours, at least 1; 10 by default
 * @param radius r, in the unit of the embeddings; 0.02 by default
 * @param seed of the neighbours; 1 by default
 */
public record SensitivityMax(int samples, double radius, long seed) {

    private static final String NAME = "SensitivityMax";

    /** Takes Captum's defaults: 10 neighbours within 0.02. */
    public SensitivityMax() {
        this(10, 0.02, 1);
    }

    /**
     * Checks the numbers.
     *
     * @param samples number of neighbours, at least 1
     * @param radius r, in the unit of the embeddings
     * @param seed of the neighbours
     * @throws IllegalArgumentException if there is no neighbour, or the radius is no finite number above 0
     */
    public SensitivityMax {
        if (samples < 1 || !(radius > 0 && radius <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    NAME + " needs at least one neighbour within a finite radius above 0, but" + " has " + samples
                            + " within " + radius + ". Take 10 within 0.02.");
        }
    }

    /**
     * Takes another number of neighbours.
     *
     * @param number at least 1
     * @return a changed copy
     */
    public SensitivityMax samples(int number) {
        return new SensitivityMax(number, radius, seed);
    }

    /**
     * Takes neighbours farther away, or nearer.
     *
     * @param distance largest change of an embedding dimension
     * @return a changed copy
     */
    public SensitivityMax within(double distance) {
        return new SensitivityMax(samples, distance, seed);
    }

    /**
     * Draws other neighbours.
     *
     * @param other the seed
     * @return a changed copy
     */
    public SensitivityMax seed(long other) {
        return new SensitivityMax(samples, radius, other);
    }

    /**
     * Computes the metric for what a request asks.
     *
     * @param model the model to explain
     * @param request text, target, baseline and a gradient method
     * @return the value with its error bar
     * @throws UndefinedMetricException if the scores of the text are all zero, or scores are no finite numbers
     * @throws io.github.junitattrib.AttributionException if the model, the text or the method does not allow it
     */
    public MetricResult measure(TextClassifier model, AttributionRequest request) {
        return measure(model, request.method(), request.question());
    }

    /**
     * Computes the metric for one text.
     *
     * @param model the model to explain
     * @param method a gradient method
     * @param question text, target and baseline
     * @return the value with its error bar
     * @throws UndefinedMetricException if the scores of the text are all zero, or scores are no finite numbers
     * @throws io.github.junitattrib.AttributionException if the model, the text or the method does not allow it
     */
    public MetricResult measure(TextClassifier model, AttributionMethod method, Question question) {
        RandomGenerator random = new Well19937c(seed);
        return measure(model, method, question, () -> 2 * random.nextDouble() - 1);
    }

    /** Takes the neighbours from elsewhere: shares of the radius, sample by sample, none for special tokens. */
    MetricResult measure(TextClassifier model, AttributionMethod method, Question question, DoubleSupplier shares) {
        MovedEmbeddings text = MovedEmbeddings.of(model, question, NAME);
        Attribution at = method.attribute(model, question);
        double[] scores = scores(at);
        double norm = norm(scores);
        if (norm == 0) {
            throw new UndefinedMetricException(NAME + " is relative to the size of the scores, but "
                    + method.facts().name() + " gives \"" + question.text()
                    + "\" none but zeros. Explain another target, or by another method.");
        }
        double bars = norm(bars(at));
        double largest = 0;
        double error = 0;
        int evaluations = 1 + at.convergence().evaluations();
        String remedy = Caveat.of(at);
        for (int k = 0; k < samples; k++) {
            Attribution near = text.attributeAt(method, move(text, shares));
            largest = Math.max(largest, distance(scores(near), scores) / norm);
            error = Math.max(error, (norm(bars(near)) + bars) / norm);
            evaluations += near.convergence().evaluations();
            remedy = Caveat.first(remedy, Caveat.of(near));
        }
        return new MetricResult(
                NAME, parameters(method), largest, error + largest * bars / norm, evaluations, remedy, Map.of());
    }

    private double[] move(MovedEmbeddings text, DoubleSupplier shares) {
        TokenizedText tokens = text.tokens();
        double[] move = new double[text.size()];
        int width = move.length / tokens.size();
        for (int i = 0; i < move.length; i++) {
            if (!tokens.tokens().get(i / width).special()) {
                move[i] = radius * shares.getAsDouble();
            }
        }
        return move;
    }

    private static double[] scores(Attribution attribution) {
        double[] scores =
                attribution.tokens().stream().mapToDouble(TokenScore::score).toArray();
        if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
            throw new UndefinedMetricException(NAME + " needs finite scores, but "
                    + attribution.method().name() + " gives " + Arrays.toString(scores) + " near \""
                    + attribution.text() + "\". Check the model's weights, or explain another target.");
        }
        return scores;
    }

    private static double[] bars(Attribution attribution) {
        return attribution.tokens().stream()
                .mapToDouble(TokenScore::uncertainty)
                .toArray();
    }

    private static double distance(double[] one, double[] other) {
        double[] difference = new double[one.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = one[i] - other[i];
        }
        return norm(difference);
    }

    private static double norm(double[] numbers) {
        return Math.sqrt(Arrays.stream(numbers).map(number -> number * number).sum());
    }

    private Map<String, String> parameters(AttributionMethod method) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("method", method.facts().name());
        parameters.put("samples", Integer.toString(samples));
        parameters.put("radius", Double.toString(radius));
        parameters.put("seed", Long.toString(seed));
        return parameters;
    }
}
