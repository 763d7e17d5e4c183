package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.model.Interruption;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextPoint;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Scores and gradients at points of several texts: those of equally many tokens go through a network together.
 *
 * @param manager holds the weights
 * @param lifetime of the weights
 * @param width D
 * @param forward from points [B,T,D], each of its own text, to outputs [B,C]
 */
record PointBatches(
        NDManager manager, Lifetime lifetime, int width, BiFunction<List<TextPoint>, NDArray, NDArray> forward) {

    /** Computes all points, in batches whose size depends on the number of tokens alone. */
    ScoreGradients gradients(List<TextPoint> points) {
        double[][] scores = new double[points.size()][];
        double[][] gradients = new double[points.size()][];
        for (List<Integer> batch : batches(points)) {
            Interruption.check("computing the gradients at " + points.size() + " points");
            ScoreGradients result = gradientsOf(batch.stream().map(points::get).toList());
            for (int k = 0; k < batch.size(); k++) {
                scores[batch.get(k)] = result.scores()[k];
                gradients[batch.get(k)] = result.gradients()[k];
            }
        }
        return new ScoreGradients(scores, gradients);
    }

    /** Computes the scores alone, in the same batches. */
    double[][] scores(List<TextPoint> points) {
        double[][] scores = new double[points.size()][];
        for (List<Integer> batch : batches(points)) {
            Interruption.check("computing the scores at " + points.size() + " points");
            double[][] result = scoresOf(batch.stream().map(points::get).toList());
            for (int k = 0; k < batch.size(); k++) {
                scores[batch.get(k)] = result[k];
            }
        }
        return scores;
    }

    /** The places of points that go through the network together. */
    private List<List<Integer>> batches(List<TextPoint> points) {
        Map<Integer, List<Integer>> byLength = new TreeMap<>();
        for (int i = 0; i < points.size(); i++) {
            requireWhole(points.get(i));
            byLength.computeIfAbsent(points.get(i).text().size(), tokens -> new ArrayList<>())
                    .add(i);
        }
        List<List<Integer>> batches = new ArrayList<>();
        byLength.forEach((tokens, places) -> {
            int size = TextBatches.size(tokens);
            for (int from = 0; from < places.size(); from += size) {
                batches.add(places.subList(from, Math.min(from + size, places.size())));
            }
        });
        return batches;
    }

    /** Too few numbers would be spread over the point, and give scores. */
    private void requireWhole(TextPoint point) {
        int tokens = point.text().size();
        if (point.point().length != tokens * width) {
            throw new IllegalArgumentException(
                    "A point of the text \"" + point.text().text() + "\" needs " + width
                            + " numbers for each of its " + tokens + " tokens, " + tokens * width + " in all, but has "
                            + point.point().length + ".");
        }
    }

    private ScoreGradients gradientsOf(List<TextPoint> points) {
        TorchRuntime.Differentiated result = lifetime.use(() -> TorchRuntime.differentiate(
                manager,
                joined(points),
                shape(points),
                words -> forward.apply(points, words),
                scores -> slopes(points, scores)));
        return new ScoreGradients(
                Rows.split(result.output(), points.size()), Rows.split(result.gradient(), points.size()));
    }

    private double[][] scoresOf(List<TextPoint> points) {
        float[] scores = lifetime.use(() -> TorchRuntime.withoutGradients(
                manager,
                scope -> forward.apply(points, TorchRuntime.own(scope, joined(points), shape(points)))
                        .toFloatArray()));
        return Rows.split(scores, points.size());
    }

    private static float[] joined(List<TextPoint> points) {
        return Rows.join(points.stream().map(TextPoint::point).toArray(double[][]::new));
    }

    private Shape shape(List<TextPoint> points) {
        return new Shape(points.size(), points.get(0).text().size(), width);
    }

    private static float[] slopes(List<TextPoint> points, float[] scores) {
        double[][] slopes = Rows.split(scores, points.size());
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] = points.get(k).target().slopes(slopes[k]);
        }
        return Rows.join(slopes);
    }
}
