package io.github.junitattrib.method;

import io.github.junitattrib.InteractionMatrix;
import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The main effects of M units and the interactions of their pairs, in one row each: the pair of i and j ≤ i is at
 * i(i + 1)/2 + j, a unit with itself is its main effect.
 *
 * @param units M
 * @param scores main effects and interactions [M(M+1)/2]
 * @param errors their standard errors
 */
@SuppressWarnings("ArrayRecordComponent") // read-only between the classes of this package
record PairScores(int units, double[] scores, double[] errors) {

    /** Returns the number of main effects and pairs. */
    static int size(int units) {
        return units * (units + 1) / 2;
    }

    /** Returns the place of a pair, or of a main effect. */
    static int place(int one, int other) {
        int last = Math.max(one, other);
        return last * (last + 1) / 2 + Math.min(one, other);
    }

    /** Computes them from all coalitions. */
    static PairScores exact(Game game, ShapleyInteraction.Index index) {
        int players = game.players();
        double[] values = game.values(Coalitions.all(players));
        double[] weights = weights(players, index);
        double[] scores = new double[size(players)];
        for (int s = 0; s < values.length; s++) {
            for (int i = 1; i < players; i++) {
                for (int j = 0; j < i; j++) {
                    int pair = 1 << i | 1 << j;
                    if ((s & pair) == 0) {
                        double together = values[s | pair] - values[s | 1 << i] - values[s | 1 << j] + values[s];
                        scores[place(i, j)] += weights[Integer.bitCount(s)] * together;
                    }
                }
            }
        }
        if (index == ShapleyInteraction.Index.SHAPLEY) {
            addMainEffects(scores, ShapleyValues.exact(game));
        } else {
            for (int i = 0; i < players; i++) {
                scores[place(i, i)] = values[1 << i] - values[0];
            }
        }
        return new PairScores(players, scores, new double[scores.length]);
    }

    /** Weights of coalitions of a pair by their size: both give every coalition of one size the same. */
    private static double[] weights(int players, ShapleyInteraction.Index index) {
        double[] weights = new double[players + 1];
        double coalitions = 1;
        for (int size = 0; size <= players - 2; size++) {
            // (M−2 over |S|) coalitions share 1/(M−1), or 2 (M−|S|−1) / (M (M−1)).
            double share = index == ShapleyInteraction.Index.SHAPLEY
                    ? 1.0 / (players - 1)
                    : 2.0 * (players - size - 1) / players / (players - 1);
            weights[size] = share / coalitions;
            coalitions *= (double) (players - 2 - size) / (size + 1);
        }
        return weights;
    }

    /** Gives each unit its Shapley value less half of its interactions. */
    static void addMainEffects(double[] scores, double[] shapley) {
        for (int i = 0; i < shapley.length; i++) {
            double own = shapley[i];
            for (int j = 0; j < shapley.length; j++) {
                own -= i == j ? 0 : scores[place(i, j)] / 2;
            }
            scores[place(i, i)] = own;
        }
    }

    /** Writes numbers out as a symmetric matrix, with a constant more. */
    List<List<Double>> matrix(double[] numbers, double more) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < units; j++) {
                row.add(numbers[place(i, j)] + more);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Names the units by their places in the text. */
    List<InteractionMatrix.Unit> units(PerturbedText text) {
        return text.units().stream().map(unit -> unit(text, unit)).toList();
    }

    private static InteractionMatrix.Unit unit(PerturbedText text, List<Integer> atoms) {
        List<Span> spans = new ArrayList<>();
        int before = -2;
        for (int atom : atoms) {
            Span span = text.cut().atoms().get(atom).span();
            if (atom == before + 1) {
                Span run = spans.remove(spans.size() - 1);
                span = new Span(run.start(), Math.max(run.end(), span.end()));
            }
            spans.add(span);
            before = atom;
        }
        String name = String.join(
                " … ",
                spans.stream().map(span -> span.of(text.question().text())).toList());
        return new InteractionMatrix.Unit(name, spans);
    }
}
