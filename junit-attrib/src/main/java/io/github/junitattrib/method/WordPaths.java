package io.github.junitattrib.method;

import io.github.junitattrib.method.DiscretizedIntegratedGradients.Strategy;
import io.github.junitattrib.model.EmbeddingTable;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ways from the words of a text to their baselines over other words of the vocabulary, each dimension of which only
 * rises or only falls.
 *
 * @param table the vocabulary
 * @param nearest its neighbourhoods
 * @param strategy how the next word is chosen
 * @param steps words m between a word and its baseline
 */
record WordPaths(EmbeddingTable table, NearestRows nearest, Strategy strategy, int steps) {

    /** Returns the corners of the path of a whole text, from x' to x [m+2][T·D]. */
    double[][] corners(ExplainedInput input) {
        int width = input.width();
        List<Way> ways = new ArrayList<>();
        for (int t = 0; t < input.text().size(); t++) {
            Token token = input.text().tokens().get(t);
            double[] word = Arrays.copyOfRange(input.input(), t * width, (t + 1) * width);
            double[] baseline = Arrays.copyOfRange(input.baseline(), t * width, (t + 1) * width);
            ways.add(new Way(Math.toIntExact(token.id()), word, baseline));
        }
        for (int step = 0; step < steps; step++) {
            // One pass over the table for all words together.
            Set<Integer> last = new HashSet<>();
            ways.stream().filter(way -> !way.arrived).forEach(way -> last.add(way.last));
            nearest.prepare(last);
            ways.forEach(Way::proceed);
        }
        double[][] corners = new double[steps + 2][input.input().length];
        for (int t = 0; t < ways.size(); t++) {
            List<double[]> points = ways.get(t).points;
            for (int k = 0; k < corners.length; k++) {
                double[] point = k == 0 ? ways.get(t).baseline : points.get(points.size() - k);
                System.arraycopy(point, 0, corners[k], t * width, width);
            }
        }
        return corners;
    }

    /** The way of one word so far. */
    private final class Way {

        private final double[] baseline;
        private final Set<Integer> passed = new HashSet<>();
        private final List<double[]> points = new ArrayList<>();
        private double[] anchor;
        private int last;
        private boolean arrived;

        Way(int word, double[] row, double[] baseline) {
            this.baseline = baseline;
            this.last = word;
            this.anchor = row;
            this.arrived = Arrays.equals(row, baseline);
            passed.add(word);
            points.add(row);
        }

        /** Goes on to the next anchor, or to the baseline where there is no other. */
        void proceed() {
            if (!arrived) {
                choose();
            }
            double[] next = arrived ? baseline : anchor;
            points.add(monotonized(next, points.get(points.size() - 1)));
        }

        private void choose() {
            int[] candidates = Arrays.stream(nearest.of(last))
                    .filter(id -> !passed.contains(id))
                    .toArray();
            double[][] rows = table.rows(candidates);
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < candidates.length; i++) {
                // The nearer neighbour wins a tie, as it comes first.
                double cost = cost(rows[i]);
                if (cost < least && !Arrays.equals(rows[i], baseline)) {
                    best = i;
                    least = cost;
                }
            }
            arrived = best < 0;
            if (!arrived) {
                last = candidates[best];
                anchor = rows[best];
                passed.add(last);
            }
        }

        private double cost(double[] row) {
            double cost = 0;
            for (int d = 0; d < row.length; d++) {
                if (!isBetween(row[d], anchor[d], baseline[d])) {
                    double change = row[d] - moved(anchor[d], baseline[d]);
                    cost += strategy == Strategy.GREEDY ? change * change : 1;
                }
            }
            return cost;
        }

        private double[] monotonized(double[] row, double[] before) {
            double[] point = row.clone();
            for (int d = 0; d < point.length; d++) {
                if (!isBetween(row[d], before[d], baseline[d])) {
                    point[d] = moved(before[d], baseline[d]);
                }
            }
            return point;
        }

        private double moved(double from, double to) {
            return from - (from - to) / steps;
        }

        private static boolean isBetween(double number, double one, double other) {
            return Math.min(one, other) <= number && number <= Math.max(one, other);
        }
    }
}
