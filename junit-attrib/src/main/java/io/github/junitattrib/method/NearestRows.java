package io.github.junitattrib.method;

import io.github.junitattrib.model.EmbeddingTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The nearest neighbours of rows of a table by Euclidean distance, each computed once.
 *
 * <p>The table is read in parts, so that the heap needs no more than a part of it. It belongs to one run on one thread.
 */
final class NearestRows {

    /** Rows that are in the heap together. */
    private static final int PART = 4096;

    /** The farthest first, and of equally far ones the last in the table. */
    private static final Comparator<Neighbour> FARTHEST = Comparator.comparingDouble(Neighbour::distance)
            .thenComparingInt(Neighbour::id)
            .reversed();

    private final EmbeddingTable table;
    private final int count;
    private final Map<Integer, int[]> known = new HashMap<>();

    private record Neighbour(double distance, int id) {}

    /**
     * Makes the search.
     *
     * @param count how many neighbours a row has
     */
    NearestRows(EmbeddingTable table, int count) {
        this.table = table;
        this.count = count;
    }

    /** Finds the neighbours of several rows in one pass over the table. */
    void prepare(Set<Integer> ids) {
        int[] asked = ids.stream()
                .filter(id -> !known.containsKey(id))
                .mapToInt(id -> id)
                .toArray();
        if (asked.length == 0) {
            return;
        }
        double[][] centres = table.rows(asked);
        List<PriorityQueue<Neighbour>> nearest = new ArrayList<>();
        for (int i = 0; i < asked.length; i++) {
            nearest.add(new PriorityQueue<>(FARTHEST));
        }
        for (int from = 0; from < table.size(); from += PART) {
            int[] part =
                    IntStream.range(from, Math.min(from + PART, table.size())).toArray();
            double[][] rows = table.rows(part);
            for (int i = 0; i < asked.length; i++) {
                for (int row = 0; row < part.length; row++) {
                    if (part[row] != asked[i]) {
                        offer(nearest.get(i), distance(centres[i], rows[row]), part[row]);
                    }
                }
            }
        }
        for (int i = 0; i < asked.length; i++) {
            known.put(
                    asked[i],
                    nearest.get(i).stream()
                            .sorted(FARTHEST.reversed())
                            .mapToInt(Neighbour::id)
                            .toArray());
        }
    }

    /** Rows come in their order, so that of equally far ones the first is there already. */
    private void offer(PriorityQueue<Neighbour> nearest, double distance, int id) {
        if (nearest.size() == count) {
            if (distance >= nearest.element().distance()) {
                return;
            }
            nearest.remove();
        }
        nearest.add(new Neighbour(distance, id));
    }

    /** Returns the ids of the neighbours, nearest first and of equally near ones the first in the table; not the row itself. */
    int[] of(int id) {
        prepare(Set.of(id));
        return Objects.requireNonNull(known.get(id)).clone();
    }

    /** Squared. */
    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
