package io.github.junitattrib.method;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.TextPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Changed texts, or points in the embeddings of texts, that a model is asked about together, whichever questions they
 * belong to.
 *
 * <p>It belongs to one thread and is answered once. Equal texts are one.
 */
final class Inquiry {

    /**
     * Texts that one call of {@code predictAll} carries: enough that there are many of each length, which models compute
     * together.
     */
    static final int TEXTS = 1024;

    private final TextClassifier model;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final List<TextPoint> points = new ArrayList<>();
    private List<Prediction> predictions = List.of();
    private double[][] scores = new double[0][];

    Inquiry(TextClassifier model) {
        this.model = model;
    }

    /** Adds a text; what the model says of it can be had after {@link #answer}. */
    Supplier<Prediction> about(String text) {
        int place = texts.computeIfAbsent(text, added -> texts.size());
        return () -> predictions.get(place);
    }

    /** Adds a point; the scores at it [C] can be had after {@link #answer}. */
    Supplier<double[]> about(TextPoint point) {
        int place = points.size();
        points.add(point);
        return () -> scores[place];
    }

    /** Asks the model. */
    void answer() {
        if (!texts.isEmpty()) {
            predictions = TextScores.answers(model, List.copyOf(texts.keySet()));
        }
        if (!points.isEmpty()) {
            scores = PointAnswers.scores(Rungs.differentiable(model, "To replace rows of embeddings"), points);
        }
    }
}
