package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Objects;

/**
 * Conductance of a layer: how much of F(x) − F(x') flows through each of its units while the word embeddings go from x'
 * to x. Unit j gets ∫₀¹ ∂F/∂h_j · dh_j/dα dα, computed as Σ over panels of the path of ∂F/∂h_j · Δh_j, and a token the
 * sum over its units (see {@link LayerMethod}).
 *
 * <p>The sums telescope, so that the scores sum to F(x) − F(x') for every layer: nothing passes by a state of the whole
 * network. Unlike Integrated Gradients at that layer, the states are those that words on the path really produce.
 *
 * <p>Source: K. Dhamdhere, M. Sundararajan, Q. Yan, How Important Is a Neuron?, 2018, definition 2; the sum over panels:
 * A. Shrikumar, J. Su, A. Kundaje, Computationally Efficient Measures of Internal Neuron Importance, 2018. Peer: Captum's
 * {@code LayerConductance}.
 *
 * <p>The adaptive rule halves the panels with the largest errors, takes the mean gradient of both ends of each, and
 * extrapolates from one panel to two. A {@link FixedRule} of n points gives Captum's numbers: n + 1 points of the rule,
 * the gradient of each panel's first end, no weights; with Gauss–Legendre the path's outermost stretches are left out,
 * which delta shows.
 *
 * <p>It needs an inspectable model (rung 3), and costs a forward pass for the prediction and, for each baseline, one for
 * the ends of the path and one forward and backward pass per point.
 *
 * @param layer the layer
 * @param rule the panels, their tolerance and budget
 */
public record LayerConductance(Layer layer, IntegrationRule rule) implements LayerMethod {

    private static final String NAME = "LayerConductance";

    /**
     * Makes the method with the adaptive rule.
     *
     * @param layer the layer
     */
    public LayerConductance(Layer layer) {
        this(layer, IntegrationRule.adaptive());
    }

    /**
     * Checks the options.
     *
     * @param layer the layer
     * @param rule the panels, their tolerance and budget
     */
    public LayerConductance {
        Layers.require(layer);
        Objects.requireNonNull(rule, "The rule must not be null. Leave it out for the adaptive one.");
    }

    @Override
    public MethodFacts facts() {
        return Layers.facts(NAME, layer, rule.parameters());
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        LayeredText text = LayeredText.of(model, question, layer, NAME);
        List<ExplainedInput> inputs = text.text().inputs();
        return PathAttribution.of(
                text.text(),
                text.text().target(),
                results(text, inputs, false),
                rule,
                PathAttribution.facts(facts(), question.baseline(), inputs));
    }

    @Override
    public double[][] units(TextClassifier model, Question question) {
        LayeredText text = LayeredText.of(model, question, layer, NAME);
        PathResult mean = PathResult.mean(results(text, text.text().inputs(), true));
        return text.rows(mean.integral().scores());
    }

    private List<PathResult> results(LayeredText text, List<ExplainedInput> inputs, boolean units) {
        return text.paths(inputs, (words, states, ends) -> result(text, words, ends, units ? 1 : states.width()));
    }

    private PathResult result(LayeredText text, ExplainedInput words, double[][] ends, int width) {
        TargetScore target = text.text().target();
        double range = target.value(ends[0]) - target.value(ends[1]);
        ConductancePath path = new ConductancePath(text, words);
        PathIntegral integral = rule instanceof ClenshawCurtisRule adaptive
                ? new AdaptiveConductance(path, adaptive, width).integrate(range)
                : fixed(path, (FixedRule) rule, width);
        return PathResult.of(
                integral,
                rule.tolerance(),
                target.value(ends[0]),
                target.value(ends[1]),
                path.evaluations(),
                path.curve());
    }

    /** Captum's sum; the error bars are twice the difference from that over every second point, as both are of order 1. */
    private static PathIntegral fixed(ConductancePath path, FixedRule rule, int width) {
        double[] alphas = new FixedRule(rule.kind(), rule.points() + 1, rule.tolerance()).alphas();
        List<ConductancePath.Point> points = path.sample(alphas);
        double[] scores = firstEnds(points, 1, width);
        double[] coarse = firstEnds(points, 2, width);
        double[] errors = new double[scores.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = 2 * Math.abs(scores[i] - coarse[i]);
        }
        return new PathIntegral(scores, ErrorBars.withLeastShare(scores, errors), Panel.largest(scores));
    }

    private static double[] firstEnds(List<ConductancePath.Point> points, int step, int width) {
        int units = points.get(0).state().length;
        double[] sums = new double[units / width];
        for (int k = 0; k < points.size() - 1; k += step) {
            ConductancePath.Point start = points.get(k);
            ConductancePath.Point end = points.get(Math.min(k + step, points.size() - 1));
            for (int i = 0; i < units; i++) {
                sums[i / width] += start.gradient()[i] * (end.state()[i] - start.state()[i]);
            }
        }
        return sums;
    }
}
