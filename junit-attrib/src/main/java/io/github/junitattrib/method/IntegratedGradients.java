package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.PathPoint;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Integrated Gradients over the word embeddings: the score of token t is
 * Σ_d (x − x')_{t,d} ∫₀¹ ∂F(x' + α(x − x'))/∂z_{t,d} dα, a signed raw sum; over several baselines the mean.
 *
 * <p>Source: M. Sundararajan, A. Taly, Q. Yan, Axiomatic Attribution for Deep Networks, 2017, equation 1; peer: Captum's
 * {@code IntegratedGradients} on {@code inputs_embeds}. Positions, token types and special tokens stay those of the
 * text. It needs a differentiable model (rung 2) and costs one forward pass for the prediction and, for each baseline,
 * one for the ends of the path and one forward and backward pass per point of the rule.
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
    public Attribution attribute(TextClassifier model, Question question) {
        ExplainedText text = ExplainedText.of(model, question, "IntegratedGradients");
        List<ExplainedInput> inputs = text.inputs();
        List<PathResult> results = new ArrayList<>();
        for (ExplainedInput input : inputs) {
            results.add(result(text, input));
        }
        PathResult mean = PathResult.mean(results);
        return new Attribution(
                question.text(),
                text.scored(mean.integral().scores(), bars(mean.integral())),
                text.target(),
                text.prediction(),
                mean.inputScore(),
                mean.baselineScore(),
                new Convergence(
                        mean.converged(),
                        mean.evaluations(),
                        rule.tolerance().deltaLimit(mean.range()),
                        mean.converged() ? "" : rule.remedy(),
                        mean.curve()),
                facts(question.baseline(), inputs),
                model.facts());
    }

    private PathResult result(ExplainedText text, ExplainedInput input) {
        double[][] ends = text.function().scores(new double[][] {input.input(), input.baseline()});
        Fidelity.check(text.prediction(), ends[0], text.model().facts());
        double atInput = text.target().value(ends[0]);
        double atBaseline = text.target().value(ends[1]);
        double range = atInput - atBaseline;
        AttributionPath path = new AttributionPath(input, text.function(), text.target());
        PathIntegral integral = integrate(path, range);
        boolean converged = rule.tolerance().isMetBy(integral, range);
        List<PathPoint> curve = path.curve();
        return new PathResult(
                converged ? integral.coveringDelta(range) : integral,
                atInput,
                atBaseline,
                converged,
                path.evaluations(),
                curve);
    }

    private PathIntegral integrate(AttributionPath path, double range) {
        if (rule instanceof ClenshawCurtisRule adaptive) {
            return adaptive.integrate(path, range);
        }
        return ((FixedRule) rule).integrate(path);
    }

    private static double[] bars(PathIntegral integral) {
        double noise = FLOAT_NOISE * integral.magnitude();
        double[] bars = new double[integral.scores().length];
        for (int t = 0; t < bars.length; t++) {
            // A token that the path does not move (special ones) has exactly no share, and no noise either.
            boolean fixed = integral.scores()[t] == 0 && integral.errors()[t] == 0;
            bars[t] = fixed ? 0 : integral.errors()[t] + noise;
        }
        return bars;
    }

    private MethodFacts facts(Baseline baseline, List<ExplainedInput> inputs) {
        Map<String, String> parameters = new LinkedHashMap<>(rule.parameters());
        parameters.put("baseline", baseline.toString());
        // The padding row of a model that was never trained on padding is zero: then PAD and ZERO are one baseline.
        if (baseline instanceof Baseline.Row
                && baseline != Baseline.ZERO
                && inputs.get(0).startsAtZero()) {
            parameters.put("baseline row", "zero");
        }
        return new MethodFacts(facts().name(), parameters);
    }
}
