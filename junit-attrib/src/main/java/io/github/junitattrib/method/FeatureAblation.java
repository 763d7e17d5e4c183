package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Feature ablation: the score of a group of words is F(x) − F(x without the group), written at each of its places.
 *
 * <p>Peer: Captum's {@code FeatureAblation}, with {@link Units#groups} as its {@code feature_mask}; with groups of one
 * word it is {@link Occlusion}. It works with any classifier (rung 1) and costs one evaluation for each group and one for
 * the text. The scores claim no sum.
 *
 * @param perturbation what is taken away, and how: words by default
 * @param maxEvaluations largest number of evaluations of the model; 2000 by default
 */
public record FeatureAblation(Perturbation perturbation, int maxEvaluations) implements AttributionMethod {

    /** Takes each word as a group. */
    public FeatureAblation() {
        this(Perturbation.DEFAULT, 2000);
    }

    /**
     * Checks the number.
     *
     * @param perturbation what is taken away, and how
     * @param maxEvaluations largest number of evaluations of the model
     * @throws IllegalArgumentException if the number is less than 2
     */
    public FeatureAblation {
        Options.atLeast(2, maxEvaluations, "maxEvaluations");
    }

    /**
     * Takes other groups.
     *
     * @param units the groups, such as {@link Units#phrases}
     * @return a changed copy
     */
    public FeatureAblation with(Units units) {
        return new FeatureAblation(perturbation.with(units), maxEvaluations);
    }

    /**
     * Takes groups away in another way.
     *
     * @param removal what stands in their place
     * @return a changed copy
     */
    public FeatureAblation with(Removal removal) {
        return new FeatureAblation(perturbation.with(removal), maxEvaluations);
    }

    /**
     * Allows another number of evaluations.
     *
     * @param evaluations the largest number
     * @return a changed copy
     */
    public FeatureAblation maxEvaluations(int evaluations) {
        return new FeatureAblation(perturbation, evaluations);
    }

    @Override
    public MethodFacts facts() {
        return new MethodFacts("FeatureAblation", perturbation.parameters());
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
        return new Games("FeatureAblation", perturbation, maxEvaluations, this::plan);
    }

    private GamePlan plan(PerturbedText text) {
        List<BitSet> groups = new ArrayList<>();
        for (int unit = 0; unit < text.game().players(); unit++) {
            BitSet absent = new BitSet();
            absent.set(unit);
            groups.add(absent);
        }
        return new GamePlan(text, Coalitions.dropping(text.game(), groups), () -> {
            double[] scores = Coalitions.drops(text.game(), groups);
            return text.partial(scores, new double[scores.length], Verification.exact(), facts());
        });
    }
}
