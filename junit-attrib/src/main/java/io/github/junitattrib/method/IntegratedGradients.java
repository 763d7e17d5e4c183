package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Integrated Gradients over the word embeddings: the score of token t is
 * Σ_d (x − x')_{t,d} ∫₀¹ ∂F(x' + α(x − x'))/∂z_{t,d} dα, a signed raw sum.
 *
 * <p>Source: M. Sundararajan, A. Taly, Q. Yan, Axiomatic Attribution for Deep Networks, 2017, equation 1; peer: Captum's
 * {@code IntegratedGradients} on {@code inputs_embeds}. Positions, token types and special tokens stay those of the
 * text. It needs a differentiable model (rung 2) and costs one forward pass for the prediction, one for the ends of the
 * path, and one forward and backward pass per point of the rule.
 *
 * @param rule how the integral is computed
 */
public record IntegratedGradients(IntegrationRule rule) implements AttributionMethod {

    /** The noise of float32 against double precision, as a share of the largest integral. */
    private static final double FLOAT_NOISE = 1e-6;

    /** Makes the method with the adaptive rule. */
    public IntegratedGradients() {
        this(IntegrationRule.adaptive());
    }

    @Override
    public MethodFacts facts() {
        return new MethodFacts("IntegratedGradients", rule.parameters());
    }

    @Override
    public Attribution attribute(TextClassifier model, String text, Target target, Baseline baseline) {
        DifferentiableClassifier differentiable = Rungs.differentiable(model, "IntegratedGradients");
        TokenizedText tokenized = differentiable.tokenize(text);
        Prediction prediction = differentiable.predict(tokenized).requireFinite(model.facts(), text);
        int index = target.resolve(prediction);
        ExplainedInput input = differentiable.embed(tokenized, baseline);
        // Broken weights make rows of NaN, which are equal to each other: scores that are no number tell more.
        if (Arrays.equals(input.input(), input.baseline())
                && Double.isFinite(DoubleStream.of(input.input()).sum())) {
            throw new InvalidTextException("The text \"" + text + "\" and its baseline " + baseline
                    + " have the same embeddings, so there is nothing to explain. Choose another baseline.");
        }
        ScoreFunction function = differentiable.function(tokenized);
        double[][] ends = function.scores(new double[][] {input.input(), input.baseline()});
        Fidelity.check(prediction, ends[0], model.facts());
        AttributionPath path = new AttributionPath(input, function, index);
        double range = ends[0][index] - ends[1][index];
        PathIntegral integral = integrate(path, range);
        boolean converged = rule.tolerance().isMetBy(integral, range);
        return new Attribution(
                text,
                tokens(tokenized, converged ? integral.coveringDelta(range) : integral),
                index,
                prediction,
                ends[0][index],
                ends[1][index],
                new Convergence(
                        converged,
                        path.evaluations(),
                        rule.tolerance().deltaLimit(range),
                        converged ? "" : rule.remedy(),
                        path.curve()),
                facts(baseline, input),
                model.facts());
    }

    private PathIntegral integrate(AttributionPath path, double range) {
        if (rule instanceof ClenshawCurtisRule adaptive) {
            return adaptive.integrate(path, range);
        }
        return ((FixedRule) rule).integrate(path);
    }

    private MethodFacts facts(Baseline baseline, ExplainedInput input) {
        Map<String, String> parameters = new LinkedHashMap<>(rule.parameters());
        parameters.put("baseline", baseline.name());
        // The padding row of a model that was never trained on padding is zero: then PAD and ZERO are one baseline.
        if (baseline != Baseline.ZERO && input.startsAtZero()) {
            parameters.put("baseline row", "zero");
        }
        return new MethodFacts(facts().name(), parameters);
    }

    private static List<TokenScore> tokens(TokenizedText text, PathIntegral integral) {
        double noise = FLOAT_NOISE * integral.magnitude();
        List<TokenScore> tokens = new ArrayList<>(text.size());
        for (int t = 0; t < text.size(); t++) {
            Token token = text.tokens().get(t);
            // A token that the path does not move (special ones) has exactly no share, and no noise either.
            boolean fixed = integral.scores()[t] == 0 && integral.errors()[t] == 0;
            double uncertainty = fixed ? 0 : integral.errors()[t] + noise;
            tokens.add(new TokenScore(
                    token.text(),
                    token.span(),
                    token.word(),
                    token.special(),
                    integral.scores()[t],
                    Double.isNaN(uncertainty) ? Double.POSITIVE_INFINITY : uncertainty));
        }
        return tokens;
    }
}
