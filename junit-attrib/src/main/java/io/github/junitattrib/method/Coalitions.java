package io.github.junitattrib.method;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** Sets of players that methods ask about. */
final class Coalitions {

    private Coalitions() {}

    /** Returns all 2^M coalitions: number s has the players whose bits are set in s. */
    static List<BitSet> all(int players) {
        List<BitSet> all = new ArrayList<>(1 << players);
        for (long mask = 0; mask < 1L << players; mask++) {
            all.add(BitSet.valueOf(new long[] {mask}));
        }
        return all;
    }

    /** Returns N without some players. */
    static BitSet without(BitSet absent, int players) {
        BitSet present = new BitSet(players);
        present.set(0, players);
        present.andNot(absent);
        return present;
    }

    /** Returns what {@link #drops} asks about: N, and N without the absent for each. */
    static List<BitSet> dropping(Game game, List<BitSet> absent) {
        List<BitSet> coalitions = new ArrayList<>();
        coalitions.add(game.all());
        absent.forEach(players -> coalitions.add(without(players, game.players())));
        return coalitions;
    }

    /** Returns F(x) − F(x without the absent) for each. */
    static double[] drops(Game game, List<BitSet> absent) {
        double[] values = game.values(dropping(game, absent));
        double[] drops = new double[absent.size()];
        for (int i = 0; i < drops.length; i++) {
            drops[i] = values[0] - values[i + 1];
        }
        return drops;
    }

    /** Draws a subset of a given size, each with the same probability. */
    static BitSet random(int size, int players, Random random) {
        int[] order = permutation(players, random);
        BitSet drawn = new BitSet(players);
        for (int i = 0; i < size; i++) {
            drawn.set(order[i]);
        }
        return drawn;
    }

    /** Draws an order of the players (Fisher–Yates). */
    static int[] permutation(int players, Random random) {
        int[] order = new int[players];
        for (int i = 0; i < players; i++) {
            int place = random.nextInt(i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }
}
