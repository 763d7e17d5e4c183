package io.github.junitattrib.method;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Random rounds of orders in which players enter the empty coalition: each round is an unbiased sample of all pairs and
 * main effects, which sum to v(N) − v(∅).
 */
final class PairRounds {

    private final Game game;
    private final int players;
    private final Random random;

    PairRounds(Game game, long seed) {
        this.game = game;
        this.players = game.players();
        this.random = new Random(seed);
    }

    /**
     * Samples the Shapley interaction index: what two players that enter one after the other add together, given those
     * before them.
     *
     * <p>In a random order, these are of any size with the same probability, as the index has it. A round takes the zigzag
     * orders r, r+1, r−1, r+2, … (Walecki's), in which every pair is a pair of neighbours equally often and in every
     * place, under random names: so no pair goes without a sample.
     */
    double[] neighbours() {
        int[] names = Coalitions.permutation(players, random);
        int orders = players % 2 == 0 ? players / 2 : players;
        // Of an odd number of players, every pair comes twice in a round.
        double share = players % 2 == 0 ? 1 : 0.5;
        double[] scores = new double[PairScores.size(players)];
        double[] shapley = new double[players];
        for (int start = 0; start < orders; start++) {
            int[] order = zigzag(start, players);
            for (int place = 0; place < players; place++) {
                order[place] = names[order[place]];
            }
            double[][] added = added(order, 1);
            for (int k = 0; k < players; k++) {
                shapley[order[k]] += added[k][0] / orders;
                if (k + 1 < players) {
                    scores[PairScores.place(order[k], order[k + 1])] += share * (added[k + 1][0] - added[k][1]);
                }
            }
        }
        PairScores.addMainEffects(scores, shapley);
        return scores;
    }

    /**
     * Samples the Shapley–Taylor index: what each player of a random order adds together with each later one, given those
     * before both. Main effects are those in the empty coalition.
     */
    double[] successors() {
        int[] order = Coalitions.permutation(players, random);
        double[][] added = added(order, players);
        double[] scores = new double[PairScores.size(players)];
        for (int l = 0; l < players; l++) {
            scores[PairScores.place(order[l], order[l])] = added[0][l];
            for (int k = 0; k < l; k++) {
                scores[PairScores.place(order[k], order[l])] = added[k + 1][l - k - 1] - added[k][l - k];
            }
        }
        return scores;
    }

    /** Returns r, r+1, r−1, r+2, … modulo the number of players. */
    static int[] zigzag(int start, int players) {
        int[] order = new int[players];
        for (int place = 0; place < players; place++) {
            int step = (place + 1) / 2;
            order[place] = Math.floorMod(place % 2 == 1 ? start + step : start - step, players);
        }
        return order;
    }

    /**
     * Computes what players add to the first k of an order.
     *
     * @param reach how many behind the next one are asked about too
     * @return for each k, what number k, k + 1, … of the order adds alone to the k before it
     */
    private double[][] added(int[] order, int reach) {
        List<BitSet> coalitions = new ArrayList<>();
        BitSet present = new BitSet(players);
        for (int k = 0; k < players; k++) {
            coalitions.add((BitSet) present.clone());
            for (int l = k; l < Math.min(k + reach + 1, players); l++) {
                BitSet more = (BitSet) present.clone();
                more.set(order[l]);
                coalitions.add(more);
            }
            present.set(order[k]);
        }
        double[] values = game.values(coalitions);
        double[][] added = new double[players][];
        int next = 0;
        for (int k = 0; k < players; k++) {
            double before = values[next++];
            added[k] = new double[Math.min(reach + 1, players - k)];
            for (int l = 0; l < added[k].length; l++) {
                added[k][l] = values[next++] - before;
            }
        }
        return added;
    }
}
