package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Occlusion, or leave-one-out: the score of a unit is F(x) − F(x without the unit); where windows of several units
 * overlap, the mean of F(x) − F(x without the window) over the windows that cover the unit.
 *
 * <p>Source: M. D. Zeiler, R. Fergus, Visualizing and Understanding Convolutional Networks, 2014; J. Li, W. Monroe,
 * D. Jurafsky, Understanding Neural Networks through Representation Erasure, 2016; peer: Captum's {@code Occlusion}. It
 * works with any classifier (rung 1) and costs one evaluation for each window and one for the text. The scores claim no
 * sum: words that say the same hide each other.
 *
 * @param perturbation what is taken away, and how: words by default
 * @param window number of neighbouring units taken away at once; 1 by default
 * @param stride number of units from one window to the next; 1 by default
 * @param maxEvaluations largest number of evaluations of the model; 2000 by default
 */
public record Occlusion(Perturbation perturbation, int window, int stride, int maxEvaluations)
        implements AttributionMethod {

    /** Leaves out one word after the other. */
    public Occlusion() {
        this(Perturbation.DEFAULT, 1, 1, 2000);
    }

    /**
     * Checks the numbers.
     *
     * @param perturbation what is taken away, and how
     * @param window number of neighbouring units taken away at once
     * @param stride number of units from one window to the next
     * @param maxEvaluations largest number of evaluations of the model
     * @throws IllegalArgumentException if a number is less than 1, or windows would leave units between them
     */
    public Occlusion {
        if (window < 1 || stride < 1 || stride > window) {
            throw new IllegalArgumentException(
                    "Windows need 1 <= stride <= window, so that they cover every unit, but the" + " window is "
                            + window + " and the stride " + stride + ".");
        }
        Options.atLeast(2, maxEvaluations, "maxEvaluations");
    }

    /**
     * Takes other units than words.
     *
     * @param units the parts that are left out
     * @return a changed copy
     */
    public Occlusion with(Units units) {
        return new Occlusion(perturbation.with(units), window, stride, maxEvaluations);
    }

    /**
     * Takes units away in another way.
     *
     * @param removal what stands in their place
     * @return a changed copy
     */
    public Occlusion with(Removal removal) {
        return new Occlusion(perturbation.with(removal), window, stride, maxEvaluations);
    }

    /**
     * Takes several neighbouring units away at once.
     *
     * @param size number of units
     * @param step number of units from one window to the next
     * @return a changed copy
     */
    public Occlusion window(int size, int step) {
        return new Occlusion(perturbation, size, step, maxEvaluations);
    }

    /**
     * Allows another number of evaluations.
     *
     * @param evaluations the largest number
     * @return a changed copy
     */
    public Occlusion maxEvaluations(int evaluations) {
        return new Occlusion(perturbation, window, stride, evaluations);
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> parameters = perturbation.parameters();
        if (window > 1) {
            parameters.put("window", Integer.toString(window));
            parameters.put("stride", Integer.toString(stride));
        }
        return new MethodFacts("Occlusion", parameters);
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
        return new Games("Occlusion", perturbation, maxEvaluations, this::plan);
    }

    private GamePlan plan(PerturbedText text) {
        List<BitSet> windows = windows(text.game().players());
        return new GamePlan(text, Coalitions.dropping(text.game(), windows), () -> {
            double[] scores = scores(text.game(), windows);
            return text.partial(scores, new double[scores.length], Verification.exact(), facts());
        });
    }

    private static double[] scores(Game game, List<BitSet> windows) {
        double[] drops = Coalitions.drops(game, windows);
        double[] scores = new double[game.players()];
        for (int unit = 0; unit < scores.length; unit++) {
            double sum = 0;
            int covering = 0;
            for (int w = 0; w < drops.length; w++) {
                if (windows.get(w).get(unit)) {
                    sum += drops[w];
                    covering++;
                }
            }
            scores[unit] = sum / covering;
        }
        return scores;
    }

    /** As Captum has them: the last window may reach over the end, and then is smaller. */
    private List<BitSet> windows(int units) {
        int count = Math.max(0, (units - window + stride - 1) / stride) + 1;
        List<BitSet> windows = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            BitSet absent = new BitSet();
            absent.set(w * stride, Math.min(units, w * stride + window));
            windows.add(absent);
        }
        return windows;
    }
}
