package io.github.junitattrib.method;

import io.github.junitattrib.PathPoint;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreGradients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The states of a layer, and the gradients of the target by them, along the straight line of word embeddings. */
final class ConductancePath {

    private final LayeredText text;
    private final ExplainedInput words;
    private final List<PathPoint> curve = new ArrayList<>();

    ConductancePath(LayeredText text, ExplainedInput words) {
        this.text = text;
        this.words = words;
    }

    /**
     * One evaluated point.
     *
     * @param score F
     * @param state h [T·H]
     * @param gradient ∂F/∂h [T·H]
     */
    @SuppressWarnings("ArrayRecordComponent") // read-only between the classes of this package
    record Point(double alpha, double score, double[] state, double[] gradient) {}

    /** Evaluates the path, in chunks whose size depends on the text alone, so that results do not vary. */
    List<Point> sample(double[] alphas) {
        TargetScore target = text.text().target();
        int chunk = text.below().batchSize();
        List<Point> sampled = new ArrayList<>(alphas.length);
        for (int from = 0; from < alphas.length; from += chunk) {
            double[][] points = new double[Math.min(chunk, alphas.length - from)][];
            for (int i = 0; i < points.length; i++) {
                points[i] = AttributionPath.point(words, alphas[from + i]);
            }
            double[][] states = text.below().scores(points);
            ScoreGradients above = text.above().gradients(states, target);
            for (int i = 0; i < points.length; i++) {
                double score = target.value(above.scores()[i]);
                sampled.add(new Point(alphas[from + i], score, states[i], above.gradients()[i]));
                curve.add(new PathPoint(alphas[from + i], score));
            }
        }
        return sampled;
    }

    int evaluations() {
        return curve.size();
    }

    /** Returns F at every point evaluated so far, in the order of alpha. */
    List<PathPoint> curve() {
        return curve.stream()
                .sorted(Comparator.comparingDouble(PathPoint::alpha))
                .toList();
    }
}
