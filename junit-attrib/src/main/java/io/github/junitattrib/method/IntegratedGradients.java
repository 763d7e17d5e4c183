package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Integrated Gradients over the word embeddings: the score of token t is
 * Σ_d (x − x')_{t,d} ∫₀¹ ∂F(x' + α(x − x'))/∂z_{t,d} dα, a signed raw sum; over several baselines the mean.
 *
 * <p>Source: M. Sundararajan, A. Taly, Q. Yan, Axiomatic Attribution for Deep Networks, 2017, equation 1; peer: Captum's
 * {@code IntegratedGradients} on {@code inputs_embeds}. Positions, token types and special tokens stay those of the
 * text. It needs a differentiable model (rung 2) and costs one forward pass for the prediction and, for each baseline,
 * one for the ends of the path and one forward and backward pass per point of the rule.
 *
 * <p>Over word embeddings {@link #attributeAll} sends the points of texts with equally many tokens through the model
 * together, which costs a third less on a hundred short texts.
 *
 * <p><b>At another {@linkplain #at layer}</b> the path is the straight line between the states h(x') and h(x) of that
 * layer, and F the rest of the network; the scores sum to F(x) − F(x') again, but are shares of the state's places, as
 * {@link LayerMethod} says. It is another path and so gives other numbers, also at the embedding output, which differs
 * from the word embeddings by positions, types and a norm. Peer: Captum's {@code LayerIntegratedGradients}, on {@code
 * bert.embeddings} for instance. It needs an inspectable model (rung 3) and one forward pass more for each baseline.
 *
 * @param rule how the integral is computed
 * @param layer where the path runs
 */
public record IntegratedGradients(IntegrationRule rule, Layer layer) implements LayerMethod {

    private static final String NAME = "IntegratedGradients";

    /** Makes the method with the adaptive rule. */
    public IntegratedGradients() {
        this(IntegrationRule.adaptive());
    }

    /**
     * Makes the method over the word embeddings.
     *
     * @param rule how the integral is computed
     */
    public IntegratedGradients(IntegrationRule rule) {
        this(rule, Layer.WORD_EMBEDDINGS);
    }

    /**
     * Checks the options.
     *
     * @param rule how the integral is computed
     * @param layer where the path runs
     */
    public IntegratedGradients {
        Objects.requireNonNull(rule, "The rule must not be null. Leave it out for the adaptive one.");
        Objects.requireNonNull(layer, "The layer must not be null. Leave it out for the word embeddings.");
    }

    /**
     * Lets the path run in the state of a layer.
     *
     * @param other the layer
     * @return a changed copy
     */
    public IntegratedGradients at(Layer other) {
        return new IntegratedGradients(rule, other);
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> parameters = new LinkedHashMap<>(rule.parameters());
        if (!layer.equals(Layer.WORD_EMBEDDINGS)) {
            parameters.put("layer", layer.toString());
        }
        return new MethodFacts(NAME, parameters);
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        if (layer.equals(Layer.WORD_EMBEDDINGS)) {
            ExplainedText text = ExplainedText.of(model, question, NAME);
            List<ExplainedInput> inputs = text.inputs();
            StraightPath path = new StraightPath(text.function(), text.target(), rule);
            List<PathResult> results = new ArrayList<>();
            for (ExplainedInput input : inputs) {
                double[][] ends = text.function().scores(new double[][] {input.input(), input.baseline()});
                Fidelity.check(text.prediction(), ends[0], text.model().facts());
                results.add(path.integrate(input, input.width(), ends));
            }
            return PathAttribution.of(
                    text, text.target(), results, rule, PathAttribution.facts(facts(), question.baseline(), inputs));
        }
        LayeredText text = LayeredText.of(model, question, layer, facts().name() + " at the " + layer);
        List<ExplainedInput> inputs = text.text().inputs();
        return PathAttribution.of(
                text.text(),
                text.text().target(),
                results(text, inputs, false),
                rule,
                PathAttribution.facts(facts(), question.baseline(), inputs));
    }

    @Override
    public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
        return layer.equals(Layer.WORD_EMBEDDINGS)
                ? new GradientBatches(Rungs.differentiable(model, NAME), this::start).of(questions)
                : LayerMethod.super.attributeAll(model, questions);
    }

    private TextRun start(ExplainedText text) {
        List<ExplainedInput> inputs = text.inputs();
        List<PathRun> paths =
                inputs.stream().map(input -> new PathRun(text, input, rule)).toList();
        return new TextRun(
                paths,
                () -> PathAttribution.of(
                        text,
                        text.target(),
                        paths.stream().map(PathRun::result).toList(),
                        rule,
                        PathAttribution.facts(facts(), text.question().baseline(), inputs)));
    }

    @Override
    public double[][] units(TextClassifier model, Question question) {
        LayeredText text = LayeredText.of(model, question, layer, NAME);
        PathResult mean = PathResult.mean(results(text, text.text().inputs(), true));
        return text.rows(mean.integral().scores());
    }

    private List<PathResult> results(LayeredText text, List<ExplainedInput> inputs, boolean units) {
        StraightPath path = new StraightPath(text.above(), text.text().target(), rule);
        return text.paths(inputs, (words, states, ends) -> path.integrate(states, units ? 1 : states.width(), ends));
    }
}
