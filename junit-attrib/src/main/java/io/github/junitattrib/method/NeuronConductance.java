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
 * Conductance of a single hidden unit h_j, by the words that it comes from: token t gets
 * Σ_d (x − x')_{t,d} ∫₀¹ ∂F/∂h_j · ∂h_j/∂z_{t,d} dα, the part of its Integrated Gradients that flows through the unit.
 *
 * <p>The scores sum to the {@linkplain LayerConductance conductance} of the unit, which is no difference of two scores:
 * no completeness is claimed. Over all units of a layer, the scores of a token sum to its Integrated Gradients.
 *
 * <p>Source: K. Dhamdhere, M. Sundararajan, Q. Yan, How Important Is a Neuron?, 2018, definition 1; peer: Captum's {@code
 * NeuronConductance}. It needs an inspectable model (rung 3) and costs one forward pass for the prediction, one for the
 * state and, for each baseline, a forward and backward pass per point of the part below the layer and of that above.
 *
 * @param layer where the unit is
 * @param token the token in whose place it is, from 0: {@code [CLS]} in most models
 * @param unit from 0
 * @param rule how the integral is computed; converged where the error of every token is within its tolerance
 */
public record NeuronConductance(Layer layer, int token, int unit, FixedRule rule) implements AttributionMethod {

    private static final String NAME = "NeuronConductance";

    /**
     * Makes the method with Captum's default, the Gauss–Legendre rule of 50 points.
     *
     * @param layer where the unit is
     * @param token the token in whose place it is, from 0
     * @param unit from 0
     */
    public NeuronConductance(Layer layer, int token, int unit) {
        this(layer, token, unit, IntegrationRule.gaussLegendre(50));
    }

    /**
     * Checks the options.
     *
     * @param layer where the unit is
     * @param token the token in whose place it is, from 0
     * @param unit from 0
     * @param rule how the integral is computed
     * @throws IllegalArgumentException if token or unit is negative
     */
    public NeuronConductance {
        Layers.require(layer);
        Objects.requireNonNull(rule, "The rule must not be null. Leave it out for 50 Gauss–Legendre points.");
        HiddenUnits.check(token, unit);
    }

    @Override
    public MethodFacts facts() {
        return Layers.facts(NAME, layer, token, unit, rule.parameters());
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        LayeredText text = LayeredText.of(model, question, layer, NAME);
        LayeredText.ScoredState state = text.scoredState();
        ThroughUnit part = new ThroughUnit(text, HiddenUnits.find(text, token, unit, state.units().length));
        List<ExplainedInput> inputs = text.text().inputs();
        TargetScore target = text.text().target();
        PathResult mean =
                OpenIntegral.mean(inputs, input -> new AttributionPath(input, part, target), rule, state.score());
        return OpenIntegral.attribution(
                text.text(), mean, rule, PathAttribution.facts(facts(), question.baseline(), inputs));
    }
}
