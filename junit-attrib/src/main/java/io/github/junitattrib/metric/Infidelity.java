package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.method.MovedEmbeddings;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.hipparchus.random.Well19937c;

/**
 * Infidelity: how badly the scores foretell what happens to F where tokens are moved toward the baseline,
 * E[(Σ_t p_t φ_t − (F(x) − F(x − p ⊙ (x − x'))))²] over random shares p. Low is good; it is in the square of the scores'
 * unit.
 *
 * <p>Source: C.-K. Yeh et al., On the (In)fidelity and Sensitivity of Explanations, 2019, definition 2.1, with the
 * perturbation I = p ⊙ (x − x'), one share for all dimensions of a token; peer: Captum's {@code infidelity} with {@code
 * infidelity_perturb_func_decorator(multiply_by_inputs=True)}. So it suits methods whose scores are shares of F (path
 * methods, input × gradient, Shapley values, occlusion); for others, such as norms of gradients, ask whether they do
 * after the best common factor: {@link #scaled()}, Captum's {@code normalize}.
 *
 * <p>The uncertainty is the standard error over the samples (by the jackknife), and what the error bars of the scores
 * allow. It needs a differentiable model (rung 2) and costs one forward pass for the prediction, one for the text and one
 * per sample and baseline. The part {@code mean squared change} is E[(F(x) − F(..))²], the infidelity of scores that are all
 * zero: what to compare with.
 *
 * @param moves how far tokens are moved: taken away with probability ½ by default
 * @param baseline where they are moved to; that of the attribution, {@link Baseline#PAD} by default
 * @param samples number of moves, at least 2; 200 by default
 * @param seed of the random shares; 1 by default
 * @param isScaled whether the best common factor of the scores is taken out
 */
public record Infidelity(TokenMoves moves, Baseline baseline, int samples, long seed, boolean isScaled)
        implements FaithfulnessMetric {

    private static final String NAME = "Infidelity";

    /** Makes the metric over 200 texts of which every other token is taken away. */
    public Infidelity() {
        this(TokenMoves.removed(0.5), Baseline.PAD, 200, 1, false);
    }

    /**
     * Checks the options.
     *
     * @param moves how far tokens are moved
     * @param baseline where they are moved to
     * @param samples number of moves, at least 2
     * @param seed of the random shares
     * @param isScaled whether the best common factor of the scores is taken out
     * @throws IllegalArgumentException if there are fewer than 2 samples
     */
    public Infidelity {
        Objects.requireNonNull(moves, "The moves must not be null. Take TokenMoves.removed(0.5).");
        Objects.requireNonNull(baseline, "The baseline must not be null. Leave it out for the padding baseline.");
        if (samples < 2) {
            throw new IllegalArgumentException(
                    "A standard error needs at least 2 samples, but " + samples + " were asked for. Take 200.");
        }
    }

    /**
     * Moves tokens in another way.
     *
     * @param other the moves
     * @return a changed copy
     */
    public Infidelity moves(TokenMoves other) {
        return new Infidelity(other, baseline, samples, seed, isScaled);
    }

    /**
     * Moves tokens to another baseline, that of the attribution.
     *
     * @param other the baseline
     * @return a changed copy
     */
    public Infidelity from(Baseline other) {
        return new Infidelity(moves, other, samples, seed, isScaled);
    }

    /**
     * Takes another number of samples.
     *
     * @param number at least 2
     * @return a changed copy
     */
    public Infidelity samples(int number) {
        return new Infidelity(moves, baseline, number, seed, isScaled);
    }

    /**
     * Draws other moves.
     *
     * @param other the seed
     * @return a changed copy
     */
    public Infidelity seed(long other) {
        return new Infidelity(moves, baseline, samples, other, isScaled);
    }

    /**
     * Multiplies the scores by the factor that makes the infidelity smallest, so that it does not depend on their scale.
     *
     * @return a changed copy
     */
    public Infidelity scaled() {
        return new Infidelity(moves, baseline, samples, seed, true);
    }

    @Override
    public MetricResult measure(TextClassifier model, Attribution attribution) {
        return measure(model, attribution, moves.drawn(new Well19937c(seed)));
    }

    /** Takes the shares from elsewhere: sample by sample, one for each scored part that is not special. */
    MetricResult measure(TextClassifier model, Attribution attribution, DoubleSupplier shares) {
        MovedEmbeddings text =
                MovedEmbeddings.of(model, Explained.question(attribution, NAME).from(baseline), NAME);
        MovedParts parts = MovedParts.of(attribution, text.tokens(), NAME);
        List<double[]> moved = new ArrayList<>();
        double[] expected = new double[samples];
        double[] errors = new double[samples];
        for (int i = 0; i < samples; i++) {
            double[] drawn = parts.draw(shares);
            moved.add(parts.perToken(drawn));
            for (int part = 0; part < drawn.length; part++) {
                expected[i] += drawn[part] * parts.scores()[part];
                errors[i] += Math.abs(drawn[part]) * parts.bars()[part];
            }
        }
        double[] changes = text.towardBaseline(moved);
        for (int i = 0; i < samples; i++) {
            changes[i] = text.inputScore() - changes[i];
        }
        SquaredErrors squared = new SquaredErrors(expected, changes, isScaled);
        return new MetricResult(
                NAME,
                parameters(),
                squared.mean(),
                squared.standardError() + squared.bound(errors, text.noise()),
                text.evaluations(),
                Caveat.of(attribution),
                Map.of("mean squared change", squared.meanSquaredChange()));
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("moves", moves.toString());
        parameters.put("baseline", baseline.toString());
        parameters.put("samples", Integer.toString(samples));
        parameters.put("seed", Long.toString(seed));
        if (isScaled) {
            parameters.put("scaled", "best factor");
        }
        return parameters;
    }
}
