package io.github.junitattrib.method;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The Owen values of a game over a hierarchy of halves: the contribution of a part in a context, the set of others that
 * are present, is split between its halves as the Shapley values of two players.
 */
final class OwenValues {

    private final Game game;
    private final int budget;
    private final double[] scores;
    private final double[] errors;
    private long order;

    OwenValues(Game game, int budget) {
        this.game = game;
        this.budget = budget;
        this.scores = new double[game.players()];
        this.errors = new double[game.players()];
    }

    /**
     * What a part adds in a context.
     *
     * @param weight share of this context in the value of the part
     * @param without v(context)
     * @param with v(context and part)
     * @param order of its making, so that ties are broken alike in every run
     */
    private record Addition(Part part, BitSet context, double weight, double without, double with, long order) {

        double amount() {
            return weight * (with - without);
        }
    }

    /** Splits parts, those that matter most first, until all are single units or the budget is spent. */
    OwenValues over(Part whole) {
        PriorityQueue<Addition> open =
                new PriorityQueue<>(Comparator.comparingDouble((Addition addition) -> -Math.abs(addition.amount()))
                        .thenComparingLong(Addition::order));
        BitSet none = new BitSet();
        boolean all = whole.cost() <= budget;
        game.values(ahead(whole));
        open.add(new Addition(whole, none, 1, game.value(none), game.value(game.all()), order++));
        List<Addition> unsplit = new ArrayList<>();
        while (!open.isEmpty()) {
            Addition next = open.remove();
            if (next.part().halves().isEmpty()) {
                scores[next.part().units().nextSetBit(0)] += next.amount();
            } else if (all || game.evaluations() + 2 <= budget) {
                open.addAll(split(next));
            } else {
                unsplit.add(next);
            }
        }
        unsplit.forEach(this::spread);
        return this;
    }

    /** Returns the coalitions that will be asked about in any case: all of them where the budget is enough. */
    List<BitSet> ahead(Part whole) {
        List<BitSet> coalitions = new ArrayList<>(List.of(new BitSet(), game.all()));
        if (whole.cost() <= budget) {
            collect(whole, new BitSet(), coalitions);
        }
        return coalitions;
    }

    /** Collects what {@link #split} asks about from a part in a context down to single units. */
    private static void collect(Part part, BitSet context, List<BitSet> coalitions) {
        if (part.halves().isEmpty()) {
            return;
        }
        for (int half = 0; half < 2; half++) {
            BitSet with = union(context, part.halves().get(half).units());
            Part other = part.halves().get(1 - half);
            coalitions.add(with);
            collect(other, context, coalitions);
            collect(other, with, coalitions);
        }
    }

    /** Each half enters first in one half of the cases, and last in the other. */
    private List<Addition> split(Addition addition) {
        Part left = addition.part().halves().get(0);
        Part right = addition.part().halves().get(1);
        BitSet withLeft = union(addition.context(), left.units());
        BitSet withRight = union(addition.context(), right.units());
        double[] values = game.values(List.of(withLeft, withRight));
        double weight = addition.weight() / 2;
        double none = addition.without();
        double both = addition.with();
        return List.of(
                new Addition(left, addition.context(), weight, none, values[0], order++),
                new Addition(left, withRight, weight, values[1], both, order++),
                new Addition(right, addition.context(), weight, none, values[1], order++),
                new Addition(right, withLeft, weight, values[0], both, order++));
    }

    /** Shares what was not split evenly: an estimate, as all of it may belong to one unit, or halves may work against each other. */
    private void spread(Addition addition) {
        BitSet units = addition.part().units();
        double share = addition.amount() / units.cardinality();
        units.stream().forEach(unit -> {
            scores[unit] += share;
            errors[unit] += Math.abs(addition.amount());
        });
    }

    private static BitSet union(BitSet a, BitSet b) {
        BitSet union = (BitSet) a.clone();
        union.or(b);
        return union;
    }

    double[] scores() {
        return scores.clone();
    }

    double[] errors() {
        return errors.clone();
    }
}
