package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Shapley values from random permutations: the score of a unit is the mean, over orders of the units, of what it adds
 * to F when the units enter the empty text in that order.
 *
 * <p>Source: J. Castro, D. Gómez, J. Tejada, Polynomial Calculation of the Shapley Value Based on Sampling, 2009; with
 * each order also walked backwards (antithetic): R. Mitchell, J. Cooper, E. Frank, G. Holmes, Sampling Permutations for
 * Shapley Value Estimation, 2022; peers: Captum's {@code ShapleyValueSampling}, shap's {@code PermutationExplainer}. It
 * works with any classifier (rung 1) and costs at most permutations · (M − 1) + 2 evaluations for M units. Σ scores =
 * F(x) − F(x') exactly. The uncertainty is the standard error of the mean.
 *
 * @param perturbation what the players are, and how absent ones are taken away: words by default
 * @param permutations number of orders; 100 by default
 * @param antithetic whether every second order is the one before it, walked backwards; true by default
 * @param seed of the random orders; 1 by default
 * @param tolerance largest standard error of a converged result, as a share of the largest score; 0.1 by default
 */
public record ShapleySampling(
        Perturbation perturbation, int permutations, boolean antithetic, long seed, double tolerance)
        implements AttributionMethod {

    /** Takes words and 100 orders. */
    public ShapleySampling() {
        this(Perturbation.DEFAULT, 100, true, 1, SamplingError.DEFAULT_SHARE);
    }

    /**
     * Checks the numbers.
     *
     * @param perturbation what the players are, and how absent ones are taken away
     * @param permutations number of orders
     * @param antithetic whether every second order is the one before it, walked backwards
     * @param seed of the random orders
     * @param tolerance largest standard error of a converged result, as a share of the largest score
     * @throws IllegalArgumentException if there are too few orders for a standard error (2, antithetic 4), an odd number
     *     of antithetic ones, or the tolerance is no share
     */
    public ShapleySampling {
        Options.atLeast(antithetic ? 4 : 2, permutations, "permutations");
        if (antithetic && permutations % 2 == 1) {
            throw new IllegalArgumentException("Antithetic permutations come in pairs, but " + permutations
                    + " were asked for. Take an even number.");
        }
        Options.share(tolerance, "tolerance");
    }

    /**
     * Takes other units than words.
     *
     * @param units the players
     * @return a changed copy
     */
    public ShapleySampling with(Units units) {
        return new ShapleySampling(perturbation.with(units), permutations, antithetic, seed, tolerance);
    }

    /**
     * Takes units away in another way.
     *
     * @param removal what stands in their place
     * @return a changed copy
     */
    public ShapleySampling with(Removal removal) {
        return new ShapleySampling(perturbation.with(removal), permutations, antithetic, seed, tolerance);
    }

    /**
     * Draws another number of orders.
     *
     * @param number of permutations
     * @return a changed copy
     */
    public ShapleySampling permutations(int number) {
        return new ShapleySampling(perturbation, number, antithetic, seed, tolerance);
    }

    /**
     * Chooses whether orders come in pairs of opposite ones.
     *
     * @param pairs true for pairs
     * @return a changed copy
     */
    public ShapleySampling antithetic(boolean pairs) {
        return new ShapleySampling(perturbation, permutations, pairs, seed, tolerance);
    }

    /**
     * Draws other orders.
     *
     * @param other the seed
     * @return a changed copy
     */
    public ShapleySampling seed(long other) {
        return new ShapleySampling(perturbation, permutations, antithetic, other, tolerance);
    }

    /**
     * Asks for another precision.
     *
     * @param share largest standard error of a converged result, as a share of the largest score
     * @return a changed copy
     */
    public ShapleySampling tolerance(double share) {
        return new ShapleySampling(perturbation, permutations, antithetic, seed, share);
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> parameters = perturbation.parameters();
        parameters.put("permutations", Integer.toString(permutations));
        parameters.put("antithetic", Boolean.toString(antithetic));
        parameters.put("seed", Long.toString(seed));
        parameters.put("tolerance", Double.toString(tolerance));
        return new MethodFacts("ShapleySampling", parameters);
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        return games().of(model, question);
    }

    @Override
    public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
        return games().of(model, questions);
    }

    private Games games() {
        return new Games("ShapleySampling", perturbation, Integer.MAX_VALUE, this::plan);
    }

    private GamePlan plan(PerturbedText text) {
        List<int[]> orders = orders(text.game().players());
        List<BitSet> ahead = orders.size() > together(text.game())
                ? List.of()
                : orders.stream().flatMap(order -> prefixes(order).stream()).toList();
        return new GamePlan(text, ahead, () -> attribution(text, orders));
    }

    /** Enough orders for texts of which there are many of each length. */
    private static int together(Game game) {
        return 2 * Math.max(1, Inquiry.TEXTS / (game.players() + 1));
    }

    private Attribution attribution(PerturbedText text, List<int[]> orders) {
        Means means = sample(text.game(), orders);
        double[] errors = text.game().players() == 1 ? new double[1] : means.standardErrors();
        Verification verification = new SamplingError(tolerance)
                .judge(means.means(), errors, text.noise(), "permutations", permutations, Map.of());
        return text.complete(means.means(), errors, verification, facts());
    }

    private Means sample(Game game, List<int[]> orders) {
        Means means = new Means(game.players());
        int together = together(game);
        for (int from = 0; from < orders.size(); from += together) {
            List<int[]> some = orders.subList(from, Math.min(from + together, orders.size()));
            game.values(some.stream().flatMap(order -> prefixes(order).stream()).toList());
            for (int i = 0; i < some.size(); i += antithetic ? 2 : 1) {
                double[] added = marginals(game, some.get(i));
                means.add(antithetic ? mean(added, marginals(game, some.get(i + 1))) : added);
            }
        }
        return means;
    }

    /** Draws the orders; antithetic ones stand beside each other. */
    private List<int[]> orders(int players) {
        Random random = new Random(seed);
        List<int[]> orders = new ArrayList<>();
        for (int drawn = 0; drawn < permutations; drawn += antithetic ? 2 : 1) {
            int[] order = Coalitions.permutation(players, random);
            orders.add(order);
            if (antithetic) {
                orders.add(reversed(order));
            }
        }
        return orders;
    }

    private static double[] mean(double[] a, double[] b) {
        double[] mean = new double[a.length];
        Arrays.setAll(mean, i -> (a[i] + b[i]) / 2);
        return mean;
    }

    /** What each player adds when they enter in this order. */
    private static double[] marginals(Game game, int[] order) {
        double[] values = game.values(prefixes(order));
        double[] added = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            added[order[i]] = values[i + 1] - values[i];
        }
        return added;
    }

    /** The coalitions that an order goes through, from none to all. */
    private static List<BitSet> prefixes(int[] order) {
        List<BitSet> prefixes = new ArrayList<>();
        BitSet present = new BitSet(order.length);
        prefixes.add((BitSet) present.clone());
        for (int player : order) {
            present.set(player);
            prefixes.add((BitSet) present.clone());
        }
        return prefixes;
    }

    private static int[] reversed(int[] order) {
        int[] reversed = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            reversed[i] = order[order.length - 1 - i];
        }
        return reversed;
    }
}
