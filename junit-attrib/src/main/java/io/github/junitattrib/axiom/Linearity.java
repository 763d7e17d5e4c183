package io.github.junitattrib.axiom;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Linearity: the scores of F = a f + b g are a times those of f plus b times those of g.
 *
 * <p>That F is this sum is tried first, at the points of {@link ImplementationInvariance}: of other functions the axiom
 * says nothing. The scores are compared token by token, so all three models must read the same ones.
 *
 * <p>Source: M. Sundararajan, A. Taly, Q. Yan, Axiomatic Attribution for Deep Networks, 2017, section 3. It costs three
 * times what the method costs, and the points.
 *
 * @param a the weight of f
 * @param f a model
 * @param b the weight of g
 * @param g a model
 * @param sum F, a model of a f + b g, whose predicted class is explained unless the question names another target
 */
public record Linearity(double a, TextClassifier f, double b, TextClassifier g, TextClassifier sum) {

    private static final String NAME = "Linearity";
    private static final int RANDOM = 32;
    private static final long SEED = 1;

    /**
     * Checks the weights.
     *
     * @param a the weight of f
     * @param f a model
     * @param b the weight of g
     * @param g a model
     * @param sum F, a model of a f + b g
     * @throws IllegalArgumentException if a weight is no finite number
     */
    public Linearity {
        Objects.requireNonNull(f, "The first model must not be null.");
        Objects.requireNonNull(g, "The second model must not be null.");
        Objects.requireNonNull(sum, "The model of the sum must not be null.");
        if (!Double.isFinite(a + b)) {
            throw new IllegalArgumentException(
                    "The weights of " + NAME + " are finite numbers, but are " + a + " and " + b + ".");
        }
    }

    /**
     * Runs a method on the three models and compares.
     *
     * @param method the method with its options
     * @param question text, target and baseline
     * @return what was found
     * @throws io.github.junitattrib.AttributionException if a model, the text or the target does not allow it
     */
    public AxiomResult measure(AttributionMethod method, Question question) {
        Question named = Named.question(sum, question);
        List<Attribution> attributions =
                List.of(method.attribute(f, named), method.attribute(g, named), method.attribute(sum, named));
        ComparedText text = ComparedText.of(List.of(f, g, sum), named, Removal.DELETE, NAME);
        if (!text.obstacle().isEmpty()) {
            return new AxiomResult(
                    NAME, property(), Optional.empty(), ScoreAgreement.impossible(text.obstacle(), attributions));
        }
        FunctionAgreement functions = functions(text);
        return new AxiomResult(NAME, property(), Optional.of(functions), scores(attributions));
    }

    /** F = a f + b g, with the names of the models. */
    private String property() {
        return sum.facts().name() + " = " + Plain.number(a) + " (" + f.facts().name() + ") " + (b < 0 ? "-" : "+") + " "
                + Plain.number(Math.abs(b)) + " (" + g.facts().name() + ")";
    }

    private FunctionAgreement functions(ComparedText text) {
        List<Probe> probes = text.probed().get(0).probes(RANDOM, SEED);
        List<double[]> shares = probes.stream().map(Probe::shares).toList();
        double[] ofF = text.probed().get(0).values(shares);
        double[] ofG = text.probed().get(1).values(shares);
        double[] expected = new double[ofF.length];
        // Parts that cancel are rounded before they do.
        double magnitude = 0;
        for (int i = 0; i < expected.length; i++) {
            expected[i] = a * ofF[i] + b * ofG[i];
            magnitude = Math.max(magnitude, Math.abs(a * ofF[i]) + Math.abs(b * ofG[i]));
        }
        double[] seen = text.probed().get(2).values(shares);
        double limit = FunctionTolerance.FLOAT32.at(
                FunctionAgreement.range(expected, seen),
                Math.max(magnitude, FunctionAgreement.magnitude(expected, seen)));
        return FunctionAgreement.of(probes.stream().map(Probe::point).toList(), expected, seen, limit);
    }

    private ScoreAgreement scores(List<Attribution> attributions) {
        List<List<String>> tokens = attributions.stream()
                .map(attribution ->
                        attribution.tokens().stream().map(TokenScore::text).toList())
                .distinct()
                .toList();
        return tokens.size() > 1
                ? ScoreAgreement.impossible("the scores belong to other tokens: " + tokens, attributions)
                : new ScoreAgreement(
                        compare(attributions.get(0), attributions.get(1), attributions.get(2)), attributions);
    }

    /**
     * Compares the scores of a sum with the sum of scores.
     *
     * @param ofF the attribution of f
     * @param ofG the attribution of g, with the same tokens
     * @param ofSum the attribution of a f + b g, with the same tokens
     * @return one for each token
     */
    public List<Comparison> compare(Attribution ofF, Attribution ofG, Attribution ofSum) {
        double scale = Math.max(
                Math.max(Math.abs(a) * ofF.maxMagnitude(), Math.abs(b) * ofG.maxMagnitude()), ofSum.maxMagnitude());
        List<Comparison> comparisons = new ArrayList<>();
        for (int t = 0; t < ofSum.tokens().size(); t++) {
            TokenScore token = ofSum.tokens().get(t);
            comparisons.add(Comparison.equal(
                            "the score of token \"" + token.text() + "\"",
                            a * at(t, ofF, TokenScore::score) + b * at(t, ofG, TokenScore::score),
                            token.score(),
                            Math.abs(a) * at(t, ofF, TokenScore::uncertainty)
                                    + Math.abs(b) * at(t, ofG, TokenScore::uncertainty)
                                    + token.uncertainty(),
                            scale)
                    .at(token.span().stream().toList()));
        }
        return comparisons;
    }

    private static double at(int token, Attribution attribution, ToDoubleFunction<TokenScore> number) {
        return number.applyAsDouble(attribution.tokens().get(token));
    }
}
