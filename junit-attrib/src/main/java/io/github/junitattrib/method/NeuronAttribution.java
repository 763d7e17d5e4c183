package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextClassifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Attribution of a single hidden unit h_j: which words set it to what it is, whatever the scores make of it.
 *
 * <p>The unit takes the place of the explained score, in three methods: Integrated Gradients
 * Σ_d (x − x')_{t,d} ∫₀¹ ∂h_j/∂z_{t,d} dα, whose scores sum to h_j(x) − h_j(x'); input × gradient
 * Σ_d x_{t,d} ∂h_j/∂x_{t,d}; or the L2 norm of the gradient ‖∂h_j/∂x_t‖, which has no sign. The score of a token is its own,
 * by its word embedding. The target of the question does not matter; the attribution's target is the unit.
 *
 * <p>Source: the methods' own with the network cut at the unit; K. Dhamdhere, M. Sundararajan, Q. Yan, How Important Is a
 * Neuron?, 2018, use it to tell what a unit looks for. Peers: Captum's {@code NeuronIntegratedGradients} and {@code
 * NeuronGradient}. It needs an inspectable model (rung 3) and costs as much as the same method on a score, of the part of
 * the network below the layer.
 *
 * <p>The unit may be in any state of the network, also inside a layer: {@code Layer.encoder(2).feedForward()} has the
 * neurons behind the nonlinearity of its feed-forward network, {@code Layer.encoder(2).attention()} what that network
 * reads. As nothing is asked of the part above the state, it does not matter that the residual connection leads around
 * these neurons.
 *
 * @param layer where the unit is
 * @param token the token in whose place it is, from 0: {@code [CLS]} in most models
 * @param unit from 0
 * @param kind the method
 * @param rule how Integrated Gradients are computed
 */
public record NeuronAttribution(Layer layer, int token, int unit, Kind kind, IntegrationRule rule)
        implements AttributionMethod {

    private static final String NAME = "NeuronAttribution";

    /** What is done with the gradient of the unit. */
    public enum Kind {
        /** Integrated from the baseline to the text, times their difference. */
        INTEGRATED_GRADIENTS,
        /** Taken at the text, times its word embeddings. */
        INPUT_TIMES_GRADIENT,
        /** Taken at the text, as a length. */
        GRADIENT_NORM
    }

    /**
     * Makes the method with Integrated Gradients and the adaptive rule.
     *
     * @param layer where the unit is
     * @param token the token in whose place it is, from 0
     * @param unit from 0
     */
    public NeuronAttribution(Layer layer, int token, int unit) {
        this(layer, token, unit, Kind.INTEGRATED_GRADIENTS, IntegrationRule.adaptive());
    }

    /**
     * Checks the options.
     *
     * @param layer where the unit is
     * @param token the token in whose place it is, from 0
     * @param unit from 0
     * @param kind the method
     * @param rule how Integrated Gradients are computed
     * @throws IllegalArgumentException if token or unit is negative
     */
    public NeuronAttribution {
        Layers.require(layer);
        Objects.requireNonNull(kind, "The kind must not be null. Leave it out for Integrated Gradients.");
        Objects.requireNonNull(rule, "The rule must not be null. Leave it out for the adaptive one.");
        HiddenUnits.check(token, unit);
    }

    /**
     * Chooses another method.
     *
     * @param other what is done with the gradient of the unit
     * @return a changed copy
     */
    public NeuronAttribution by(Kind other) {
        return new NeuronAttribution(layer, token, unit, other, rule);
    }

    /**
     * Chooses another rule.
     *
     * @param other how Integrated Gradients are computed
     * @return a changed copy
     */
    public NeuronAttribution by(IntegrationRule other) {
        return new NeuronAttribution(layer, token, unit, kind, other);
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> options = new LinkedHashMap<>(Map.of("kind", kind.name()));
        if (kind == Kind.INTEGRATED_GRADIENTS) {
            options.putAll(rule.parameters());
        }
        return Layers.facts(NAME, layer, token, unit, options);
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        LayeredText text = LayeredText.looking(model, question, layer, NAME);
        TargetScore target =
                HiddenUnits.find(text, token, unit, text.scoredState().units().length);
        if (kind != Kind.INTEGRATED_GRADIENTS) {
            return local(text, target);
        }
        List<ExplainedInput> inputs = text.text().inputs();
        StraightPath path = new StraightPath(text.below(), target, rule);
        return PathAttribution.of(
                text.text(),
                target,
                inputs.stream().map(path::integrate).toList(),
                rule,
                PathAttribution.facts(facts(), question.baseline(), inputs));
    }

    private Attribution local(LayeredText text, TargetScore unit) {
        double[] x = text.text().input();
        int tokens = text.text().tokens().size();
        ScoreGradients below = text.below().gradients(new double[][] {x}, unit);
        double[] gradient = below.gradients()[0];
        boolean length = kind == Kind.GRADIENT_NORM;
        double[] scores = length ? PerToken.euclidean(gradient, tokens) : PerToken.dot(x, gradient, tokens);
        double[] magnitudes = length ? scores : PerToken.absoluteDot(x, gradient, tokens);
        double atInput = unit.value(below.scores()[0]);
        return ExactScores.of(text.text(), unit, scores, Panel.largest(magnitudes), atInput, facts());
    }
}
