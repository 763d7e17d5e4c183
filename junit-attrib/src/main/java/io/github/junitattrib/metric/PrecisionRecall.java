package io.github.junitattrib.metric;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The precision-recall curve of scores against a set of words: one point for each different score, which takes all words
 * that score at least as much.
 *
 * @param points from the highest score to the lowest
 */
record PrecisionRecall(List<Point> points) {

    /** Precision and recall of the words above a threshold. */
    record Point(double precision, double recall) {}

    static PrecisionRecall of(double[] scores, BitSet relevant) {
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(word -> -scores[word]))
                .toList();
        List<Point> points = new ArrayList<>();
        double found = 0;
        for (int taken = 1; taken <= order.size(); taken++) {
            int word = order.get(taken - 1);
            found += relevant.get(word) ? 1 : 0;
            if (taken == order.size() || scores[order.get(taken)] != scores[word]) {
                points.add(new Point(found / taken, found / relevant.cardinality()));
            }
        }
        return new PrecisionRecall(points);
    }

    /** The area below straight lines between the points, from recall 0 with precision 1. */
    double area() {
        double area = 0;
        Point last = new Point(1, 0);
        for (Point point : points) {
            area += (point.recall() - last.recall()) * (point.precision() + last.precision()) / 2;
            last = point;
        }
        return area;
    }

    /** The precisions weighted by what each adds to the recall: the area below steps. */
    double averagePrecision() {
        double sum = 0;
        double recall = 0;
        for (Point point : points) {
            sum += (point.recall() - recall) * point.precision();
            recall = point.recall();
        }
        return sum;
    }
}
