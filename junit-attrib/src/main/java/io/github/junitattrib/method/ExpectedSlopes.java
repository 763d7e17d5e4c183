package io.github.junitattrib.method;

import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.TextPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Slopes at random points between the baselines of one text and the text, under way: its ends first, then the samples.
 *
 * <p>It belongs to one run on one thread. Random numbers are drawn in the order of the samples, however many are computed
 * at a time.
 */
final class ExpectedSlopes implements PointRun {

    private final ExplainedText text;
    private final List<ExplainedInput> inputs;
    private final int samples;
    private final Draws draws;
    private final double sigma;
    private final List<double[]> ends = new ArrayList<>();
    private final List<Double> endScores = new ArrayList<>();
    private final List<double[]> scores = new ArrayList<>();
    private List<double[]> steps = List.of();

    ExpectedSlopes(ExplainedText text, NoiseLevel noise, int samples, Draws draws) {
        this.text = text;
        this.inputs = text.inputs();
        this.samples = samples;
        this.draws = draws;
        double[] input = inputs.get(0).input();
        sigma = noise.sigma(text.tokens(), input);
        ends.add(input);
        if (noise.amount() == 0) {
            inputs.forEach(one -> ends.add(one.baseline()));
        }
    }

    @Override
    public List<TextPoint> wanted() {
        int room = text.function().batchSize();
        List<TextPoint> points = new ArrayList<>();
        for (int end = endScores.size(); end < ends.size() && points.size() < room; end++) {
            points.add(point(ends.get(end)));
        }
        steps = new ArrayList<>();
        while (points.size() < room && scores.size() + steps.size() < samples) {
            ExplainedInput input = inputs.get(draws.choice(inputs.size()));
            double[] step = step(input);
            steps.add(step);
            points.add(point(along(input.baseline(), draws.uniform(), step)));
        }
        return points;
    }

    private TextPoint point(double[] point) {
        return new TextPoint(text.tokens(), point, text.target());
    }

    @Override
    public void add(double[][] outputs, double[][] gradients) {
        int first = outputs.length - steps.size();
        for (int k = 0; k < first; k++) {
            if (endScores.isEmpty()) {
                Fidelity.check(text.prediction(), outputs[k], text.model().facts());
            }
            endScores.add(text.target().value(outputs[k]));
        }
        for (int k = 0; k < steps.size(); k++) {
            scores.add(PerToken.dot(
                    steps.get(k), gradients[first + k], text.tokens().size()));
        }
        steps = List.of();
    }

    /** x + noise − x'. */
    private double[] step(ExplainedInput end) {
        double[] step = sigma > 0
                ? NoiseLevel.draw(text.tokens(), end.input().length, sigma, draws)
                : new double[end.input().length];
        for (int i = 0; i < step.length; i++) {
            step[i] += end.input()[i] - end.baseline()[i];
        }
        return step;
    }

    private static double[] along(double[] start, double alpha, double[] step) {
        double[] point = start.clone();
        for (int i = 0; i < point.length; i++) {
            point[i] += alpha * step[i];
        }
        return point;
    }

    /** One score per token from each sample. */
    SampledScores scores() {
        return new SampledScores(scores);
    }

    /** F(x). */
    double inputScore() {
        return endScores.get(0);
    }

    /** The mean F(x'), or NaN under noise, where the scores claim no sum. */
    double baselineScore() {
        return endScores.stream()
                .skip(1)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }
}
