package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Objects;

/**
 * Internal influence of a layer: the mean slope of the target by each of its units while the word embeddings go from x'
 * to x, ∫₀¹ ∂F/∂h_j dα; a token gets the sum over its units (see {@link LayerMethod}).
 *
 * <p>It says how much a unit could matter and not how much it did, as its value has no part in it: there is no
 * completeness, and the sum over units with slopes of both signs may hide large ones, which {@link #units} shows.
 *
 * <p>Source: K. Leino, S. Sen, A. Datta, M. Fredrikson, L. Li, Influence-Directed Explanations for Deep Convolutional
 * Networks, 2018; peer: Captum's {@code InternalInfluence}. It needs an inspectable model (rung 3) and costs one forward
 * pass for the prediction, one for the state and, for each baseline, a forward and backward pass per point of the rule.
 *
 * @param layer the layer
 * @param rule how the integral is computed; converged where the error of every token is within its tolerance
 */
public record InternalInfluence(Layer layer, FixedRule rule) implements LayerMethod {

    private static final String NAME = "InternalInfluence";

    /**
     * Makes the method with Captum's default, the Gauss–Legendre rule of 50 points.
     *
     * @param layer the layer
     */
    public InternalInfluence(Layer layer) {
        this(layer, IntegrationRule.gaussLegendre(50));
    }

    /**
     * Checks the options.
     *
     * @param layer the layer
     * @param rule how the integral is computed
     */
    public InternalInfluence {
        Layers.require(layer);
        Objects.requireNonNull(rule, "The rule must not be null. Leave it out for 50 Gauss–Legendre points.");
    }

    @Override
    public MethodFacts facts() {
        return Layers.facts(NAME, layer, rule.parameters());
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        LayeredText text = LayeredText.of(model, question, layer, NAME);
        List<ExplainedInput> inputs = text.text().inputs();
        return OpenIntegral.attribution(
                text.text(),
                mean(text, inputs, false),
                rule,
                PathAttribution.facts(facts(), question.baseline(), inputs));
    }

    @Override
    public double[][] units(TextClassifier model, Question question) {
        LayeredText text = LayeredText.of(model, question, layer, NAME);
        return text.rows(mean(text, text.text().inputs(), true).integral().scores());
    }

    private PathResult mean(LayeredText text, List<ExplainedInput> inputs, boolean units) {
        LayeredText.ScoredState state = text.scoredState();
        int shares = units ? state.units().length : text.text().tokens().size();
        return OpenIntegral.mean(inputs, words -> InfluencePath.of(text, words, shares), rule, state.score());
    }
}
