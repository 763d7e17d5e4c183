package io.github.junitattrib.model;

import java.util.List;

/** Takes neighbouring points of one text together, no more of them than its function takes at once. */
final class PointGroups {

    private PointGroups() {}

    /** What is done with the points of one text. */
    @FunctionalInterface
    interface Batch {

        /**
         * Computes something at points.
         *
         * @param from place of the first point among all
         * @param function of their text
         * @param points [B][n]
         */
        void accept(int from, ScoreFunction function, double[][] points);
    }

    /** Goes through all points, in their order; with {@code ofTarget}, those of one batch share their target too. */
    static void each(List<TextPoint> points, DifferentiableClassifier model, boolean ofTarget, Batch batch) {
        for (int from = 0, end; from < points.size(); from = end) {
            TextPoint first = points.get(from);
            ScoreFunction function = model.function(first.text());
            end = from + 1;
            while (end < points.size()
                    && end - from < function.batchSize()
                    && points.get(end).text().equals(first.text())
                    && (!ofTarget || points.get(end).target().equals(first.target()))) {
                end++;
            }
            batch.accept(
                    from,
                    function,
                    points.subList(from, end).stream().map(TextPoint::point).toArray(double[][]::new));
        }
    }
}
