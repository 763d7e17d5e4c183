package io.github.junitattrib.axiom;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.Variants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Implementation invariance: models that compute the same function have the same scores. It is asked in two steps.
 *
 * <ol>
 *   <li><b>Do the functions agree?</b> They are compared on the path between baseline and text and off it: at path points
 *       with each token displaced, and at random points of the box between baseline and text. Agreement on the path alone
 *       proves nothing: a and b agree wherever a = b, and have different scores. Where the models read other tokens, or
 *       are no differentiable ones (rung 1), the text is compared with each of its words taken away, and random sets of
 *       them.
 *   <li><b>Do the scores agree,</b> token by token, or word by word where the tokens differ? They may be apart by three
 *       times the error bars of both and by 4Δ, where Δ is the largest measured difference of the functions: as a token
 *       moves half of the way, the difference of the functions changes by 2Δ at most, so by 4Δ on the whole way.
 * </ol>
 *
 * <p>Source: M. Sundararajan, A. Taly, Q. Yan, Axiomatic Attribution for Deep Networks, 2017, section 2.2. A method that
 * asks for nothing but values and gradients of the function keeps to it; DeepLIFT and relevance propagation do not.
 *
 * <p>The explained number is that of the class which the first model predicts, by its name, unless the question names
 * another target. It costs each model 5 points of the path, 3 for each token and the random ones, 5 gradients, and what
 * the method costs.
 *
 * @param tolerance how far values may be apart and count as the same
 * @param points number of random points, or random sets of words
 * @param seed of these
 * @param removal what stands in place of absent words where texts are compared
 */
public record ImplementationInvariance(FunctionTolerance tolerance, int points, long seed, Removal removal) {

    private static final String NAME = "ImplementationInvariance";

    /** Δ changes by at most 2Δ over a step, and by so much more over the whole way. */
    private static final double SLACK = 2 / ProbedEmbeddings.STEP;

    /** Allows what single precision costs, and takes 32 random points with seed 1. */
    public ImplementationInvariance() {
        this(FunctionTolerance.FLOAT32, 32, 1, Removal.DELETE);
    }

    /**
     * Checks the options.
     *
     * @param tolerance how far values may be apart and count as the same
     * @param points number of random points, or random sets of words
     * @param seed of these
     * @param removal what stands in place of absent words where texts are compared
     * @throws IllegalArgumentException if there is no random point
     */
    public ImplementationInvariance {
        Objects.requireNonNull(
                tolerance, "The tolerance must not be null. Leave it out for FunctionTolerance.FLOAT32.");
        Objects.requireNonNull(removal, "The removal must not be null. Leave it out to delete words.");
        if (points < 1) {
            throw new IllegalArgumentException(
                    NAME + " needs at least one random point, but has " + points + ". Take 32.");
        }
    }

    /**
     * Says when functions count as the same.
     *
     * @param other how far values may be apart
     * @return a changed copy
     */
    public ImplementationInvariance within(FunctionTolerance other) {
        return new ImplementationInvariance(other, points, seed, removal);
    }

    /**
     * Takes another number of random points.
     *
     * @param number at least 1
     * @return a changed copy
     */
    public ImplementationInvariance points(int number) {
        return new ImplementationInvariance(tolerance, number, seed, removal);
    }

    /**
     * Draws other points.
     *
     * @param other the seed
     * @return a changed copy
     */
    public ImplementationInvariance seed(long other) {
        return new ImplementationInvariance(tolerance, points, other, removal);
    }

    /**
     * Writes something in place of absent words where texts are compared.
     *
     * @param other {@link Removal#DELETE} or {@link Removal#replaceBy(String)}
     * @return a changed copy
     */
    public ImplementationInvariance with(Removal other) {
        return new ImplementationInvariance(tolerance, points, seed, other);
    }

    /**
     * Returns the options.
     *
     * @return for messages and reports, in a fixed order
     */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("tolerance", tolerance.toString());
        parameters.put("random points", Integer.toString(points));
        parameters.put("seed", Long.toString(seed));
        return parameters;
    }

    /**
     * Compares each variant with the first one.
     *
     * @param variants at least two models
     * @param method the method with its options
     * @param question text, target and baseline
     * @return one result for each but the first, in their order
     * @throws IllegalArgumentException if there is one model alone
     * @throws io.github.junitattrib.AttributionException if a model, the text or the target does not allow it
     */
    public List<InvarianceResult> measure(Variants variants, AttributionMethod method, Question question) {
        if (variants.size() < 2) {
            throw new IllegalArgumentException(NAME + " compares models, but " + variants
                    + " has one alone. Name at least two models that should compute the same function.");
        }
        List<String> names = variants.names();
        List<InvarianceResult> results = new ArrayList<>();
        for (String other : names.subList(1, names.size())) {
            results.add(
                    measure(names.get(0), variants.get(names.get(0)), other, variants.get(other), method, question));
        }
        return results;
    }

    /**
     * Compares two models.
     *
     * @param first the model whose predicted class is explained, unless the question names another target
     * @param second the model that should compute the same function
     * @param method the method with its options
     * @param question text, target and baseline
     * @return what was found
     * @throws io.github.junitattrib.AttributionException if a model, the text or the target does not allow it
     */
    public InvarianceResult measure(
            TextClassifier first, TextClassifier second, AttributionMethod method, Question question) {
        return measure(first.facts().name(), first, second.facts().name(), second, method, question);
    }

    private InvarianceResult measure(
            String nameOfFirst,
            TextClassifier first,
            String nameOfSecond,
            TextClassifier second,
            AttributionMethod method,
            Question asked) {
        Question question = Named.question(first, asked);
        ComparedText text = ComparedText.of(List.of(first, second), question, removal, NAME);
        List<Attribution> attributions = List.of(method.attribute(first, question), method.attribute(second, question));
        if (!text.obstacle().isEmpty()) {
            return InvarianceResult.incomparable(nameOfFirst, nameOfSecond, text.obstacle(), attributions);
        }
        FunctionAgreement functions = functions(text);
        return new InvarianceResult(
                nameOfFirst,
                nameOfSecond,
                Optional.of(functions),
                Slopes.of(text, tolerance),
                ComparedScores.of(attributions.get(0), attributions.get(1), slack(functions)));
    }

    /** Beyond the tolerance there is no second step, and its numbers are for the report alone. */
    private static double slack(FunctionAgreement functions) {
        return SLACK * Math.min(functions.largest(), functions.tolerance());
    }

    private FunctionAgreement functions(ComparedText text) {
        Probed one = text.probed().get(0);
        Probed other = text.probed().get(1);
        List<Probe> probes = one.probes(points, seed);
        List<double[]> shares = probes.stream().map(Probe::shares).toList();
        return FunctionAgreement.of(
                probes.stream().map(Probe::point).toList(), one.values(shares), other.values(shares), tolerance);
    }
}
