package io.github.junitattrib.method;

import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.model.Interruption;
import io.github.junitattrib.model.TextClassifier;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A cooperative game: players, and a number v(S) for every coalition S of them that is computed once at most.
 *
 * <p>A game belongs to one run on one thread. Coalitions are evaluated in the order in which they are first asked for, in
 * batches of a fixed size, so that results do not vary.
 */
final class Game {

    private final int players;
    private final TextClassifier model;
    private final int batchSize;
    private final int limit;
    private final Worth worth;
    private final Map<BitSet, Double> known = new HashMap<>();
    private double largest;

    /** What v of a coalition is to a model: a changed text, or a point. */
    @FunctionalInterface
    interface Worth {

        /** Asks about several coalitions; v of each can be had once the inquiry is answered. */
        Supplier<double[]> ask(Inquiry inquiry, List<BitSet> coalitions);
    }

    /**
     * Makes a game.
     *
     * @param model that is asked for v
     * @param batchSize how many coalitions one inquiry is about
     * @param limit largest number of coalitions to evaluate
     */
    Game(int players, TextClassifier model, int batchSize, int limit, Worth worth) {
        this.players = players;
        this.model = model;
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
        List<BitSet> missing = missing(coalitions);
        for (int from = 0; from < missing.size(); from += batchSize) {
            if (from > 0) {
                Interruption.check("computing part " + (from + 1) + " of " + missing.size() + " of a text");
            }
            Inquiry inquiry = new Inquiry(model);
            Runnable answers = ask(inquiry, missing.subList(from, Math.min(from + batchSize, missing.size())));
            inquiry.answer();
            answers.run();
        }
        return coalitions.stream().mapToDouble(known::get).toArray();
    }

    /** Asks about coalitions among those of other games; the answers are taken when the result is run. */
    Runnable ask(Inquiry inquiry, List<BitSet> coalitions) {
        List<BitSet> asked = missing(coalitions);
        Supplier<double[]> values = worth.ask(inquiry, asked);
        return () -> learn(asked, values.get());
    }

    private List<BitSet> missing(List<BitSet> coalitions) {
        Set<BitSet> missing = new LinkedHashSet<>(coalitions);
        missing.removeIf(known::containsKey);
        if (known.size() + (long) missing.size() > limit) {
            throw new InvalidTextException("The text has " + players + " units, and to explain it needs more than the "
                    + limit + " evaluations that are allowed. Allow more, or take coarser units, such as"
                    + " Units.SENTENCES or Units.windows(3).");
        }
        return List.copyOf(missing);
    }

    private void learn(List<BitSet> coalitions, double[] values) {
        for (int i = 0; i < values.length; i++) {
            known.put((BitSet) coalitions.get(i).clone(), values[i]);
            largest = Math.max(largest, Math.abs(values[i]));
        }
    }

    /** Returns how many coalitions one inquiry is about. */
    int batchSize() {
        return batchSize;
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
