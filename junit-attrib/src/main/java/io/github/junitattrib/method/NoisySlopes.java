package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.model.TextPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Gradients at noisy neighbours of one text, under way: at the text itself first, then at the samples.
 *
 * <p>It belongs to one run on one thread.
 */
final class NoisySlopes implements PointRun {

    private final ExplainedText text;
    private final double[] input;
    private final double sigma;
    private final int samples;
    private final Draws draws;
    private final Function<InputGradient, Attribution> inside;
    private final List<Attribution> attributions = new ArrayList<>();
    private double inputScore = Double.NaN;
    private List<double[]> neighbours = List.of();

    /**
     * Begins with a text.
     *
     * @param inside makes an attribution of the gradient at a neighbour
     */
    NoisySlopes(
            ExplainedText text,
            NoiseLevel noise,
            int samples,
            Draws draws,
            Function<InputGradient, Attribution> inside) {
        this.text = text;
        this.input = text.input();
        this.sigma = noise.sigma(text.tokens(), input);
        this.samples = samples;
        this.draws = draws;
        this.inside = inside;
    }

    @Override
    public List<TextPoint> wanted() {
        int room = text.function().batchSize();
        List<double[]> points = new ArrayList<>();
        if (Double.isNaN(inputScore)) {
            points.add(input);
            room--;
        }
        neighbours = new ArrayList<>();
        while (neighbours.size() < room && attributions.size() + neighbours.size() < samples) {
            neighbours.add(NoisyInput.plus(input, NoiseLevel.draw(text.tokens(), input.length, sigma, draws)));
        }
        points.addAll(neighbours);
        return points.stream()
                .map(point -> new TextPoint(text.tokens(), point, text.target()))
                .toList();
    }

    @Override
    public void add(double[][] scores, double[][] gradients) {
        int first = scores.length - neighbours.size();
        if (first == 1) {
            Fidelity.check(text.prediction(), scores[0], text.model().facts());
            inputScore = text.target().value(scores[0]);
        }
        for (int k = 0; k < neighbours.size(); k++) {
            double score = text.target().value(scores[first + k]);
            attributions.add(inside.apply(new InputGradient(text, neighbours.get(k), gradients[first + k], score)));
        }
        neighbours = List.of();
    }

    NoisyAttributions attributions() {
        return new NoisyAttributions(text, inputScore, attributions);
    }
}
