package io.github.junitattrib.method;

import io.github.junitattrib.EngineException;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextPoint;
import java.util.List;

/** Asks a model about points of several texts, and holds the number of its answers to theirs. */
final class PointAnswers {

    private PointAnswers() {}

    static double[][] scores(DifferentiableClassifier model, List<TextPoint> points) {
        double[][] scores = model.scores(points);
        require(model, "scores", scores.length, points.size());
        return scores;
    }

    static ScoreGradients gradients(DifferentiableClassifier model, List<TextPoint> points) {
        ScoreGradients result = model.gradients(points);
        require(model, "gradients", result.scores().length, points.size());
        require(model, "gradients", result.gradients().length, points.size());
        return result;
    }

    private static void require(DifferentiableClassifier model, String what, int given, int asked) {
        if (given != asked) {
            throw new EngineException("Model " + model.facts().name() + " gives the " + what + " at " + given
                    + " points, but was asked about " + asked + ". Check its " + what
                    + "(points): one for each, in their order.");
        }
    }
}
