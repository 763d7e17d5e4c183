package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.method.WeightedFit.Draws;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalArgumentException;

/**
 * KernelSHAP: Shapley values as the solution φ of a weighted regression, min Σ_S k(S) (v(S) − v(∅) − Σ_{i∈S} φ_i)² with
 * k(S) = (M − 1) / ((M over |S|) |S| (M − |S|)), under the constraint Σ φ = v(N) − v(∅), which is kept exactly.
 *
 * <p>Source: S. M. Lundberg, S.-I. Lee, A Unified Approach to Interpreting Model Predictions, 2017, theorem 2; paired
 * complements and errors: I. Covert, S.-I. Lee, Improving KernelSHAP, 2021; peers: Captum's {@code KernelShap}, shap's
 * {@code KernelExplainer}. It works with any classifier (rung 1). Where all 2^M coalitions of M units cost no more than
 * {@code maxEvaluations}, they are all evaluated and the values are exact; otherwise coalitions are drawn with the
 * kernel's probabilities, each with its complement, and the uncertainty is the standard error of the regression.
 *
 * @param perturbation what the players are, and how absent ones are taken away: words by default
 * @param maxEvaluations largest number of evaluations of the model; 2048 by default
 * @param seed of the random coalitions; 1 by default
 * @param tolerance largest standard error of a converged result, as a share of the largest score; 0.1 by default
 */
public record KernelShap(Perturbation perturbation, int maxEvaluations, long seed, double tolerance)
        implements AttributionMethod {

    /** Takes words and at most 2048 evaluations. */
    public KernelShap() {
        this(Perturbation.DEFAULT, 2048, 1, SamplingError.DEFAULT_SHARE);
    }

    /**
     * Checks the numbers.
     *
     * @param perturbation what the players are, and how absent ones are taken away
     * @param maxEvaluations largest number of evaluations of the model
     * @param seed of the random coalitions
     * @param tolerance largest standard error of a converged result, as a share of the largest score
     * @throws IllegalArgumentException if there are less than 4 evaluations or the tolerance is no share
     */
    public KernelShap {
        Options.atLeast(4, maxEvaluations, "maxEvaluations");
        Options.share(tolerance, "tolerance");
    }

    /**
     * Takes other units than words.
     *
     * @param units the players
     * @return a changed copy
     */
    public KernelShap with(Units units) {
        return new KernelShap(perturbation.with(units), maxEvaluations, seed, tolerance);
    }

    /**
     * Takes units away in another way.
     *
     * @param removal what stands in their place
     * @return a changed copy
     */
    public KernelShap with(Removal removal) {
        return new KernelShap(perturbation.with(removal), maxEvaluations, seed, tolerance);
    }

    /**
     * Allows another number of evaluations.
     *
     * @param evaluations the largest number
     * @return a changed copy
     */
    public KernelShap maxEvaluations(int evaluations) {
        return new KernelShap(perturbation, evaluations, seed, tolerance);
    }

    /**
     * Draws other coalitions.
     *
     * @param other the seed
     * @return a changed copy
     */
    public KernelShap seed(long other) {
        return new KernelShap(perturbation, maxEvaluations, other, tolerance);
    }

    /**
     * Asks for another precision.
     *
     * @param share largest standard error of a converged result, as a share of the largest score
     * @return a changed copy
     */
    public KernelShap tolerance(double share) {
        return new KernelShap(perturbation, maxEvaluations, seed, share);
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> parameters = perturbation.parameters();
        parameters.put("maxEvaluations", Integer.toString(maxEvaluations));
        parameters.put("seed", Long.toString(seed));
        parameters.put("tolerance", Double.toString(tolerance));
        return new MethodFacts("KernelShap", parameters);
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
        return new Games("KernelShap", perturbation, maxEvaluations, this::plan);
    }

    private GamePlan plan(PerturbedText text) {
        Game game = text.game();
        if (isEnumerated(game.players())) {
            return new GamePlan(text, Coalitions.all(game.players()), () -> {
                double[] exact = enumerated(game);
                return text.complete(exact, new double[exact.length], Verification.exact(), facts());
            });
        }
        List<BitSet> drawn = draw(game.players());
        List<BitSet> ahead = new ArrayList<>(List.of(new BitSet(), game.all()));
        if (drawn.size() < 2 * game.players()) {
            return new GamePlan(text, ahead, () -> tooFew(text, drawn.size()));
        }
        ahead.addAll(drawn);
        return new GamePlan(text, ahead, () -> sampled(text, drawn));
    }

    private Attribution sampled(PerturbedText text, List<BitSet> drawn) {
        WeightedFit fit;
        try {
            fit = fit(text.game(), drawn, ones(drawn.size()), Draws.PAIRS);
        } catch (MathIllegalArgumentException dependent) {
            return tooFew(text, drawn.size());
        }
        Verification verification = new SamplingError(tolerance)
                .judge(
                        fit.coefficients(),
                        fit.errors(),
                        text.noise(),
                        "evaluations (maxEvaluations)",
                        maxEvaluations,
                        Map.of());
        return text.complete(fit.coefficients(), fit.errors(), verification, facts());
    }

    private boolean isEnumerated(int players) {
        return players < 31 && 1L << players <= maxEvaluations;
    }

    /** Fits all coalitions with the kernel's weights: the Shapley values themselves. */
    static double[] enumerated(Game game) {
        int players = game.players();
        if (players == 1) {
            return new double[] {game.value(game.all()) - game.value(new BitSet())};
        }
        List<BitSet> all = Coalitions.all(players);
        List<BitSet> between = all.subList(1, all.size() - 1);
        game.values(all);
        double[] weights = between.stream()
                .mapToDouble(coalition -> kernel(coalition.cardinality(), players))
                .toArray();
        return fit(game, between, weights, Draws.SINGLE).coefficients();
    }

    /** Solves the constrained regression by eliminating the last φ, whose error follows from the others. */
    static WeightedFit fit(Game game, List<BitSet> coalitions, double[] weights, Draws draws) {
        int last = game.players() - 1;
        double empty = game.value(new BitSet());
        double range = game.value(game.all()) - empty;
        double[] values = game.values(coalitions);
        double[][] rows = new double[values.length][last];
        for (int k = 0; k < values.length; k++) {
            BitSet coalition = coalitions.get(k);
            double in = coalition.get(last) ? 1 : 0;
            values[k] += -empty - in * range;
            for (int i = 0; i < last; i++) {
                rows[k][i] = (coalition.get(i) ? 1 : 0) - in;
            }
        }
        return withLast(WeightedFit.of(rows, values, weights, 0, draws), range);
    }

    private static WeightedFit withLast(WeightedFit others, double range) {
        int last = others.coefficients().length;
        double[] shapley = new double[last + 1];
        double[] errors = new double[last + 1];
        shapley[last] = range;
        double variance = 0;
        for (int i = 0; i < last; i++) {
            shapley[i] = others.coefficients()[i];
            errors[i] = others.errors()[i];
            shapley[last] -= shapley[i];
            for (int j = 0; j < last; j++) {
                variance += others.covariance()[i][j];
            }
        }
        errors[last] = Math.sqrt(Math.max(0, variance));
        return new WeightedFit(shapley, errors, others.covariance());
    }

    /** Draws pairs of complements: sizes with the probability of the kernel, then a subset of that size. */
    List<BitSet> draw(int players) {
        double[] cumulative = new double[players];
        for (int size = 1; size < players; size++) {
            cumulative[size] = cumulative[size - 1] + 1.0 / size / (players - size);
        }
        Random random = new Random(seed);
        List<BitSet> drawn = new ArrayList<>();
        while (drawn.size() + 2 <= maxEvaluations - 2) {
            double place = random.nextDouble() * cumulative[players - 1];
            int size = IntStream.range(1, players)
                    .filter(k -> place < cumulative[k])
                    .findFirst()
                    .orElse(players - 1);
            BitSet coalition = Coalitions.random(size, players, random);
            drawn.add(coalition);
            drawn.add(Coalitions.without(coalition, players));
        }
        return drawn;
    }

    private Attribution tooFew(PerturbedText text, int drawn) {
        int players = text.game().players();
        double[] none = new double[players];
        double[] errors = new double[players];
        Arrays.fill(errors, Double.POSITIVE_INFINITY);
        String remedy = "A regression on " + players + " units needs more than " + drawn
                + " coalitions: allow at least " + 20 * players + " maxEvaluations, or take coarser units, such as"
                + " Units.SENTENCES or Units.windows(3).";
        return text.complete(none, errors, new Verification(false, remedy, Map.of()), facts());
    }

    private static double kernel(int size, int players) {
        double subsets = 1;
        for (int k = 1; k <= size; k++) {
            subsets = subsets * (players - size + k) / k;
        }
        return (players - 1) / (subsets * size * (players - size));
    }

    private static double[] ones(int size) {
        return IntStream.range(0, size).mapToDouble(i -> 1).toArray();
    }
}
