package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Map;

/**
 * Exact Shapley values: the score of unit i is Σ over coalitions S without i of |S|! (M − |S| − 1)! / M! · (v(S ∪ i) −
 * v(S)), where v(S) is F of the text with the units of S alone.
 *
 * <p>Source: L. S. Shapley, A Value for n-Person Games, 1953; peer: Captum's {@code ShapleyValues}. It works with any
 * classifier (rung 1) and costs 2^M evaluations for M units, so that it is for short texts and coarse units; {@link
 * ShapleySampling}, {@link KernelShap} and {@link PartitionShap} are for longer ones. Σ scores = F(x) − F(x') exactly,
 * where x' is the text without any unit.
 *
 * @param perturbation what the players are, and how absent ones are taken away: words by default
 * @param maxUnits largest number of units; 12 by default, which is 4096 evaluations
 */
public record ShapleyValues(Perturbation perturbation, int maxUnits) implements AttributionMethod {

    private static final int MOST = 16;

    /** Takes words, 12 at most. */
    public ShapleyValues() {
        this(Perturbation.DEFAULT, 12);
    }

    /**
     * Checks the number.
     *
     * @param perturbation what the players are, and how absent ones are taken away
     * @param maxUnits largest number of units
     * @throws IllegalArgumentException if the number is less than 1 or above 16
     */
    public ShapleyValues {
        Options.atLeast(1, maxUnits, "maxUnits");
        if (maxUnits > MOST) {
            throw new IllegalArgumentException("Exact Shapley values of " + maxUnits + " units would need 2^" + maxUnits
                    + " evaluations. Allow " + MOST + " units at most, or take ShapleySampling or KernelShap.");
        }
    }

    /**
     * Takes other units than words.
     *
     * @param units the players
     * @return a changed copy
     */
    public ShapleyValues with(Units units) {
        return new ShapleyValues(perturbation.with(units), maxUnits);
    }

    /**
     * Takes units away in another way.
     *
     * @param removal what stands in their place
     * @return a changed copy
     */
    public ShapleyValues with(Removal removal) {
        return new ShapleyValues(perturbation.with(removal), maxUnits);
    }

    /**
     * Allows another number of units.
     *
     * @param units the largest number, 16 at most
     * @return a changed copy
     */
    public ShapleyValues maxUnits(int units) {
        return new ShapleyValues(perturbation, units);
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> parameters = perturbation.parameters();
        return new MethodFacts("ShapleyValues", parameters);
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
        return new Games("ShapleyValues", perturbation, 1 << MOST, this::plan);
    }

    private GamePlan plan(PerturbedText text) {
        int units = text.game().players();
        if (units > maxUnits) {
            throw new InvalidTextException("The text \"" + text.question().text() + "\" has " + units
                    + " units, and exact Shapley values of these need 2^" + units + " evaluations; " + maxUnits
                    + " units are allowed. Take ShapleySampling, KernelShap or PartitionShap, or coarser units, such as"
                    + " Units.SENTENCES or Units.windows(3).");
        }
        return new GamePlan(text, Coalitions.all(units), () -> {
            double[] scores = exact(text.game());
            return text.complete(scores, new double[scores.length], Verification.exact(), facts());
        });
    }

    /** Computes the values from all coalitions. */
    static double[] exact(Game game) {
        int players = game.players();
        double[] values = game.values(Coalitions.all(players));
        double[] weights = weights(players);
        double[] shapley = new double[players];
        for (int s = 0; s < values.length; s++) {
            double weight = weights[Integer.bitCount(s)];
            for (int i = 0; i < players; i++) {
                if ((s & 1 << i) == 0) {
                    shapley[i] += weight * (values[s | 1 << i] - values[s]);
                }
            }
        }
        return shapley;
    }

    /** |S|! (M − |S| − 1)! / M! for each size of S below M: 1 / (M · (M−1 over |S|)). */
    private static double[] weights(int players) {
        double[] weights = new double[players + 1];
        double coalitions = 1;
        for (int size = 0; size < players; size++) {
            weights[size] = 1 / (players * coalitions);
            coalitions *= (double) (players - 1 - size) / (size + 1);
        }
        return weights;
    }
}
