package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Map;

/**
 * Partition SHAP: Owen values over a hierarchy of the text, sentences first, then halves, down to single words.
 *
 * <p>Source: G. Owen, Values of Games with a Priori Unions, 1977, applied at every level; peer: shap's {@code
 * PartitionExplainer}, which splits the most important part first as well. What a part is worth is shared between its
 * halves as a game of two players, once with and once without every part that was split off before. It works with any
 * classifier (rung 1) and costs about M² evaluations for M units of a balanced hierarchy, {@code maxEvaluations} at
 * most: then parts that were not split share their score evenly among their words, with that score as uncertainty. Σ
 * scores = F(x) − F(x') exactly.
 *
 * @param perturbation what the players are, and how absent ones are taken away: words by default
 * @param maxEvaluations largest number of evaluations of the model; 500 by default
 * @param tolerance largest uncertainty of a converged result, as a share of the largest score; 0.1 by default
 */
public record PartitionShap(Perturbation perturbation, int maxEvaluations, double tolerance)
        implements AttributionMethod {

    /** Takes words and at most 500 evaluations. */
    public PartitionShap() {
        this(Perturbation.DEFAULT, 500, SamplingError.DEFAULT_SHARE);
    }

    /**
     * Checks the numbers.
     *
     * @param perturbation what the players are, and how absent ones are taken away
     * @param maxEvaluations largest number of evaluations of the model
     * @param tolerance largest uncertainty of a converged result, as a share of the largest score
     * @throws IllegalArgumentException if there are less than 2 evaluations or the tolerance is no share
     */
    public PartitionShap {
        Options.atLeast(2, maxEvaluations, "maxEvaluations");
        Options.share(tolerance, "tolerance");
    }

    /**
     * Takes other units than words.
     *
     * @param units the players
     * @return a changed copy
     */
    public PartitionShap with(Units units) {
        return new PartitionShap(perturbation.with(units), maxEvaluations, tolerance);
    }

    /**
     * Takes units away in another way.
     *
     * @param removal what stands in their place
     * @return a changed copy
     */
    public PartitionShap with(Removal removal) {
        return new PartitionShap(perturbation.with(removal), maxEvaluations, tolerance);
    }

    /**
     * Allows another number of evaluations.
     *
     * @param evaluations the largest number
     * @return a changed copy
     */
    public PartitionShap maxEvaluations(int evaluations) {
        return new PartitionShap(perturbation, evaluations, tolerance);
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> parameters = perturbation.parameters();
        parameters.put("maxEvaluations", Integer.toString(maxEvaluations));
        parameters.put("tolerance", Double.toString(tolerance));
        return new MethodFacts("PartitionShap", parameters);
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
        return new Games("PartitionShap", perturbation, maxEvaluations, this::plan);
    }

    private GamePlan plan(PerturbedText text) {
        Part whole = Part.of(text);
        OwenValues owen = new OwenValues(text.game(), maxEvaluations);
        return new GamePlan(text, owen.ahead(whole), () -> attribution(text, whole, owen.over(whole)));
    }

    private Attribution attribution(PerturbedText text, Part whole, OwenValues owen) {
        double[] scores = owen.scores();
        double[] errors = owen.errors();
        double error = Panel.largest(errors);
        boolean converged = error <= Math.max(tolerance * Panel.largest(scores), text.noise());
        String remedy = converged
                ? ""
                : "Parts of the text could not be split with " + maxEvaluations
                        + " evaluations. Allow more (PartitionShap.maxEvaluations): "
                        + text.game().players() + " units need up"
                        + " to " + whole.cost() + ".";
        return text.complete(scores, errors, new Verification(converged, remedy, Map.of()), facts());
    }
}
