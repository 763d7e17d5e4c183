package io.github.junitattrib.method;

import io.github.junitattrib.Convergence;
import io.github.junitattrib.InteractionMatrix;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Shapley interaction of the pairs of words of a text: what "not" and "good" add together, beyond what each adds alone.
 *
 * <p>With Δ_ij(S) = v(S ∪ ij) − v(S ∪ i) − v(S ∪ j) + v(S), where v(S) is F of the text with the units of S alone, the
 * interaction of i and j is a mean of Δ_ij(S) over the coalitions S of the other units. {@link Index} has the weights and
 * the main effects; with both, main effects and interactions of all pairs sum to F(x) − F(x') exactly, where x' is the
 * text without any unit.
 *
 * <p>Sources: M. Grabisch, M. Roubens, An axiomatic approach to the concept of interaction among players in cooperative
 * games, 1999; K. Dhamdhere, A. Agarwal, M. Sundararajan, The Shapley Taylor Interaction Index, 2020; main effects of the
 * first: S. Lundberg and others, From local explanations to global understanding with explainable AI for trees, 2020.
 * Peer: shapiq's {@code ExactComputer}, indices {@code k-SII} and {@code STII} of order 2.
 *
 * <p>It works with any classifier (rung 1). Up to {@code maxExact} units it costs 2^M evaluations; above, {@code rounds}
 * random rounds, each of which gives every pair a sample, and the uncertainty is the standard error of their mean. A round
 * costs about M² evaluations for {@link Index#SHAPLEY} (2M² for an odd M), M²/2 for {@link Index#SHAPLEY_TAYLOR}.
 *
 * <pre>{@code
 * InteractionMatrix pairs = new ShapleyInteraction().interactions(model, Question.of("It was not good"));
 * pairs.score("not", "good");
 * }</pre>
 *
 * @param perturbation what the players are, and how absent ones are taken away: words by default
 * @param index how pairs are weighted
 * @param maxExact largest number of units of which all coalitions are evaluated; 12 by default, 16 at most
 * @param rounds number of random rounds for more units; 10 by default
 * @param seed of the random orders; 1 by default
 * @param tolerance largest standard error of a converged result, as a share of the largest score; 0.1 by default
 */
public record ShapleyInteraction(
        Perturbation perturbation, Index index, int maxExact, int rounds, long seed, double tolerance) {

    private static final String NAME = "ShapleyInteraction";

    private static final int MOST = 16;

    /** How coalitions of a pair are weighted, and what is left to single units. */
    public enum Index {
        /**
         * The Shapley interaction index: Δ_ij(S) with weight |S|! (M − |S| − 2)! / (M − 1)!, so that every size of S
         * counts the same. The main effect of a unit is its Shapley value less half of its interactions.
         */
        SHAPLEY,

        /**
         * The Shapley–Taylor index of order 2: Δ_ij(S) with weight 2 |S|! (M − |S| − 1)! / M!, which favours small S. The
         * main effect of a unit is v(i) − v(∅): what it adds to the empty text.
         */
        SHAPLEY_TAYLOR
    }

    /** Takes words and the Shapley interaction index. */
    public ShapleyInteraction() {
        this(Perturbation.DEFAULT, Index.SHAPLEY, 12, 10, 1, SamplingError.DEFAULT_SHARE);
    }

    /**
     * Checks the options.
     *
     * @param perturbation what the players are, and how absent ones are taken away
     * @param index how pairs are weighted
     * @param maxExact largest number of units of which all coalitions are evaluated
     * @param rounds number of random rounds for more units
     * @param seed of the random orders
     * @param tolerance largest standard error of a converged result, as a share of the largest score
     * @throws IllegalArgumentException if {@code maxExact} is not in 1 to 16, there are less than 2 rounds, or the
     *     tolerance is no share
     */
    public ShapleyInteraction {
        Objects.requireNonNull(perturbation, "The perturbation must not be null. Take Perturbation.DEFAULT.");
        Objects.requireNonNull(index, "The index must not be null. Take Index.SHAPLEY.");
        Options.atLeast(1, maxExact, "maxExact");
        Options.atLeast(2, rounds, "rounds");
        Options.share(tolerance, "tolerance");
        if (maxExact > MOST) {
            throw new IllegalArgumentException("All coalitions of " + maxExact + " units are 2^" + maxExact
                    + " evaluations. Allow " + MOST + " units at most; more are sampled.");
        }
    }

    /**
     * Takes other units than words.
     *
     * @param units the players
     * @return a changed copy
     */
    public ShapleyInteraction with(Units units) {
        return new ShapleyInteraction(perturbation.with(units), index, maxExact, rounds, seed, tolerance);
    }

    /**
     * Takes units away in another way.
     *
     * @param removal what stands in their place
     * @return a changed copy
     */
    public ShapleyInteraction with(Removal removal) {
        return new ShapleyInteraction(perturbation.with(removal), index, maxExact, rounds, seed, tolerance);
    }

    /**
     * Takes another index.
     *
     * @param other how pairs are weighted
     * @return a changed copy
     */
    public ShapleyInteraction by(Index other) {
        return new ShapleyInteraction(perturbation, other, maxExact, rounds, seed, tolerance);
    }

    /**
     * Evaluates all coalitions of more or fewer units.
     *
     * @param units the largest number, 16 at most
     * @return a changed copy
     */
    public ShapleyInteraction maxExact(int units) {
        return new ShapleyInteraction(perturbation, index, units, rounds, seed, tolerance);
    }

    /**
     * Draws another number of rounds where units are too many for all coalitions.
     *
     * @param number of rounds, at least 2
     * @return a changed copy
     */
    public ShapleyInteraction rounds(int number) {
        return new ShapleyInteraction(perturbation, index, maxExact, number, seed, tolerance);
    }

    /**
     * Draws other orders.
     *
     * @param other the seed
     * @return a changed copy
     */
    public ShapleyInteraction seed(long other) {
        return new ShapleyInteraction(perturbation, index, maxExact, rounds, other, tolerance);
    }

    /**
     * Asks for another precision.
     *
     * @param share largest standard error of a converged result, as a share of the largest score
     * @return a changed copy
     */
    public ShapleyInteraction tolerance(double share) {
        return new ShapleyInteraction(perturbation, index, maxExact, rounds, seed, share);
    }

    /**
     * Returns the name and the options.
     *
     * @return facts for messages and reports
     */
    public MethodFacts facts() {
        return facts(Map.of());
    }

    private MethodFacts facts(Map<String, String> found) {
        Map<String, String> parameters = perturbation.parameters();
        parameters.put("index", index.name());
        parameters.put("maxExact", Integer.toString(maxExact));
        parameters.put("rounds", Integer.toString(rounds));
        parameters.put("seed", Long.toString(seed));
        parameters.put("tolerance", Double.toString(tolerance));
        parameters.putAll(found);
        return new MethodFacts(NAME, parameters);
    }

    /**
     * Computes the interactions of all pairs of a text.
     *
     * @param model the model to explain
     * @param question text, target and baseline
     * @return the matrix, whose convergence says whether its numbers are good enough for a verdict
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public InteractionMatrix interactions(TextClassifier model, Question question) {
        PerturbedText text = PerturbedText.of(model, question, perturbation, NAME, Integer.MAX_VALUE);
        boolean exact = text.game().players() <= maxExact;
        PairScores pairs = exact ? PairScores.exact(text.game(), index) : sampled(text.game());
        Map<String, String> found = new LinkedHashMap<>();
        found.put("removal", text.removal());
        found.put("coalitions", exact ? "all" : "sampled");
        Verification verification = exact
                ? Verification.exact()
                : new SamplingError(tolerance)
                        .judge(pairs.scores(), pairs.errors(), text.noise(), "rounds", rounds, Map.of());
        double input = text.inputScore();
        double baseline = text.baselineScore();
        return new InteractionMatrix(
                question.text(),
                pairs.units(text),
                pairs.matrix(pairs.scores(), 0),
                pairs.matrix(pairs.errors(), 2 * text.noise()),
                text.target(),
                text.prediction(),
                input,
                baseline,
                new Convergence(
                        verification.converged(),
                        text.game().evaluations(),
                        Tolerance.DEFAULT.deltaLimit(input - baseline),
                        verification.remedy(),
                        List.of()),
                facts(found),
                model.facts());
    }

    private PairScores sampled(Game game) {
        PairRounds orders = new PairRounds(game, seed);
        Means means = new Means(PairScores.size(game.players()));
        for (int round = 0; round < rounds; round++) {
            means.add(index == Index.SHAPLEY ? orders.neighbours() : orders.successors());
        }
        return new PairScores(game.players(), means.means(), means.standardErrors());
    }
}
