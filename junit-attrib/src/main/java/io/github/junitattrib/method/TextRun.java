package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextPoint;
import java.util.List;
import java.util.function.Supplier;

/**
 * A gradient method at work on one text.
 *
 * @param parts what needs gradients
 * @param attribution what is made of them once all parts are done
 */
record TextRun(List<? extends PointRun> parts, Supplier<Attribution> attribution) {

    /** Computes a text alone. */
    Attribution on(ExplainedText text) {
        for (PointRun part : parts) {
            for (List<TextPoint> wanted = part.wanted(); !wanted.isEmpty(); wanted = part.wanted()) {
                double[][] points = wanted.stream().map(TextPoint::point).toArray(double[][]::new);
                ScoreGradients result = text.function().gradients(points, text.target());
                part.add(result.scores(), result.gradients());
            }
        }
        return attribution.get();
    }
}
