package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a gradient method on noisy neighbours of a text: what SmoothGrad and VarGrad have in common.
 *
 * @param name of the method, for reports and refusals
 * @param around a gradient method
 * @param sampling number of samples, tolerance and seed
 * @param noise added to x in every sample
 */
record NoiseTunnel(String name, AttributionMethod around, GradientSampling sampling, NoiseLevel noise) {

    /**
     * A fifth of the embeddings' deviation. With half of it, single neighbours of the embedded models lie across the border
     * of a class, where slopes are a hundred times as steep: one sample in a thousand then makes most of a score.
     */
    static final NoiseLevel DEFAULT_NOISE = NoiseLevel.ofDeviation(0.2);

    /** Checks the options. */
    NoiseTunnel {
        Objects.requireNonNull(around, "The method inside must not be null. Take new Saliency().");
        Objects.requireNonNull(sampling, "The sampling must not be null. Take GradientSampling.of(200).");
        if (noise.amount() == 0) {
            throw new IllegalArgumentException(
                    name + " needs noise. Take NoiseLevel.ofDeviation(0.2), or the method inside alone.");
        }
    }

    MethodFacts facts() {
        MethodFacts inside = around.facts();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("around", inside.name());
        inside.parameters().forEach((option, value) -> parameters.put(inside.name() + " " + option, value));
        parameters.putAll(sampling.parameters());
        parameters.put("noise", noise.toString());
        return new MethodFacts(name, parameters);
    }

    /** Explains all samples; they begin with the same ones whatever their number. */
    NoisyAttributions attributions(TextClassifier model, Question question, Draws draws) {
        ExplainedText text = ExplainedText.of(model, question, name);
        double[] input = text.input();
        double inputScore = text.target().value(text.scoresAt(input));
        double sigma = noise.sigma(text.tokens(), input);
        Function<double[][], List<Attribution>> inside = atGradient()
                .<Function<double[][], List<Attribution>>>map(method -> drawn -> together(text, input, drawn, method))
                .orElse(drawn -> oneByOne(text, drawn));
        List<Attribution> attributions = new ArrayList<>(sampling.samples());
        int chunk = text.function().batchSize();
        for (int from = 0; from < sampling.samples(); from += chunk) {
            double[][] drawn = new double[Math.min(chunk, sampling.samples() - from)][];
            Arrays.setAll(drawn, k -> NoiseLevel.draw(text.tokens(), input.length, sigma, draws));
            attributions.addAll(inside.apply(drawn));
        }
        return new NoisyAttributions(text, inputScore, attributions);
    }

    /** How the method inside makes an attribution of a gradient, if the gradient at the text is all that it needs. */
    private Optional<Function<InputGradient, Attribution>> atGradient() {
        if (around instanceof Saliency saliency) {
            return Optional.of(saliency::at);
        }
        return around instanceof InputTimesGradient product ? Optional.of(product::at) : Optional.empty();
    }

    private static List<Attribution> together(
            ExplainedText text, double[] input, double[][] noise, Function<InputGradient, Attribution> method) {
        double[][] points = new double[noise.length][];
        Arrays.setAll(points, k -> plus(input, noise[k]));
        ScoreGradients result = text.function().gradients(points, text.target());
        List<Attribution> attributions = new ArrayList<>(points.length);
        for (int k = 0; k < points.length; k++) {
            double score = text.target().value(result.scores()[k]);
            attributions.add(method.apply(new InputGradient(text, points[k], result.gradients()[k], score)));
        }
        return attributions;
    }

    private List<Attribution> oneByOne(ExplainedText text, double[][] noise) {
        // Noise may change the prediction, but not what is explained.
        Question nearby = text.nearby();
        return Arrays.stream(noise)
                .map(drawn -> around.attribute(new NoisyInput(text, drawn), nearby))
                .toList();
    }

    private static double[] plus(double[] x, double[] noise) {
        double[] sum = x.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += noise[i];
        }
        return sum;
    }
}
