package io.github.junitattrib.method;

import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.model.Interruption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A cooperative game: players, and a number v(S) for every coalition S of them that is computed once at most.
 *
 * <p>A game belongs to one run on one thread. Coalitions are evaluated in the order in which they are first asked for, in
 * batches of a fixed size, so that results do not vary.
 */
final class Game {

    private final int players;
    private final int batchSize;
    private final int limit;
    private final Worth worth;
    private final Map<BitSet, Double> known = new HashMap<>();
    private double largest;

    /** Computes v of several coalitions at once. */
    @FunctionalInterface
    interface Worth {
        double[] of(List<BitSet> coalitions);
    }

    /**
     * Makes a game.
     *
     * @param limit largest number of coalitions to evaluate
     */
    Game(int players, int batchSize, int limit, Worth worth) {
        this.players = players;
        this.batchSize = batchSize;
        this.limit = limit;
        this.worth = worth;
    }

    int players() {
        return players;
    }

    /** Returns all players: N. */
    BitSet all() {
        BitSet all = new BitSet(players);
        all.set(0, players);
        return all;
    }

    /** Returns v(S). */
    double value(BitSet coalition) {
        return values(List.of(coalition))[0];
    }

    /** Returns v of each coalition. */
    double[] values(List<BitSet> coalitions) {
        Set<BitSet> missing = new LinkedHashSet<>(coalitions);
        missing.removeIf(known::containsKey);
        if (known.size() + (long) missing.size() > limit) {
            throw new InvalidTextException("The text has " + players + " units, and to explain it needs more than the "
                    + limit + " evaluations that are allowed. Allow more, or take coarser units, such as"
                    + " Units.SENTENCES or Units.windows(3).");
        }
        List<BitSet> ordered = new ArrayList<>(missing);
        for (int from = 0; from < ordered.size(); from += batchSize) {
            if (from > 0) {
                Interruption.check("computing part " + (from + 1) + " of " + ordered.size() + " of a text");
            }
            evaluate(ordered.subList(from, Math.min(from + batchSize, ordered.size())));
        }
        return coalitions.stream().mapToDouble(known::get).toArray();
    }

    private void evaluate(List<BitSet> batch) {
        double[] values = worth.of(batch);
        for (int i = 0; i < values.length; i++) {
            known.put((BitSet) batch.get(i).clone(), values[i]);
            largest = Math.max(largest, Math.abs(values[i]));
        }
    }

    /** Returns how many coalitions were evaluated so far. */
    int evaluations() {
        return known.size();
    }

    /** Returns the largest |v| so far: what rounding errors are relative to. */
    double largest() {
        return largest;
    }
}
