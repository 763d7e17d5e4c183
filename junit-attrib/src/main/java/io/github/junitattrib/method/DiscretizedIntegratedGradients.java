package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.EmbeddingTable;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Discretized Integrated Gradients: Integrated Gradients along a path that goes from word to word, so that gradients are
 * taken near inputs that the model knows, and not only on the straight line between a word and its baseline. The score of
 * token t is Σ_d ∫ ∂F/∂z_{t,d} dz_{t,d} along the path; over several baselines the mean.
 *
 * <p><b>The path.</b> From every word it goes over m anchors to the row of the baseline, all words of the text together.
 * The next anchor is one of the nearest neighbours of the last one in the table of word embeddings: with {@link
 * Strategy#GREEDY} the one that is moved least to lie, in every dimension, between the last anchor and the baseline; with
 * {@link Strategy#MAX_COUNT} the one of which most dimensions do. A point of the path is an anchor whose other dimensions
 * are put at 1/m of the way from the point before to the baseline, so that no dimension turns back. No word is an anchor
 * twice; without one that is left, the path goes to the baseline.
 *
 * <p><b>The sum.</b> The integral along any path is complete, Σ scores = F(x) − F(x'), and the adaptive rule (Simpson's on
 * every step, halved until the tolerance is met) computes it. The paper adds up left ends of steps, in place of the
 * integral: {@link #asPublished} gives its numbers, whose delta is what such coarse sums leave out, often as much as F(x) −
 * F(x') itself. They are then inconclusive, as they should be.
 *
 * <p><b>The error bar</b> of a token is twice its change by the last halving, and at least half of the largest token's: an
 * estimate, and no bound. The longer the steps, the less their changes tell of what is left: with the 30 anchors of the
 * default all tokens of 57 paths of the embedded model were within their bars, with 5 to 8 anchors 5 of some 2,300 tokens
 * were not, and off by up to two bars. Take more anchors, or a smaller tolerance, where a verdict hangs on one bar.
 *
 * <p>Source: S. Sanyal, X. Ren, Discretized Integrated Gradients for Explaining Language Models, 2021, section 3; peer: its
 * authors' code, whose scores are normalised afterwards. It needs a differentiable model (rung 2) that shows its table of
 * word embeddings ({@link DifferentiableClassifier#embeddingTable}), and costs one forward pass for the prediction and, for
 * each baseline, one for the ends of the path, a forward and backward pass per point (63 to 512 by default, 176 on average on
 * the embedded model), and m searches through the table.
 *
 * @param strategy how the next anchor is chosen
 * @param steps number of anchors m
 * @param neighbours number of nearest neighbours among which it is chosen
 * @param rule the adaptive one, or a Riemann sum of left ends with the same number of points on every step
 */
public record DiscretizedIntegratedGradients(Strategy strategy, int steps, int neighbours, IntegrationRule rule)
        implements AttributionMethod {

    private static final int MOST_STEPS = 10_000;
    private static final String NAME = "DiscretizedIntegratedGradients";

    /** How the next anchor is chosen. */
    public enum Strategy {
        /** The neighbour that is nearest to the point that it becomes. */
        GREEDY,
        /** The neighbour of which most dimensions lie between the last anchor and the baseline. */
        MAX_COUNT
    }

    /** Makes the method with the paper's greedy strategy, 30 anchors and 500 neighbours, and the adaptive rule. */
    public DiscretizedIntegratedGradients() {
        this(Strategy.GREEDY, 30, 500, IntegrationRule.adaptive());
    }

    /**
     * Checks the options.
     *
     * @param strategy how the next anchor is chosen
     * @param steps number of anchors m
     * @param neighbours number of nearest neighbours among which it is chosen
     * @param rule the adaptive one, or a Riemann sum of left ends with the same number of points on every step
     * @throws IllegalArgumentException if there are no anchors or neighbours, or the rule does not fit their number
     */
    public DiscretizedIntegratedGradients {
        Objects.requireNonNull(strategy, "The strategy must not be null. Leave it out for the greedy one.");
        Objects.requireNonNull(rule, "The rule must not be null. Leave it out for the adaptive one.");
        Options.atLeast(1, steps, "steps");
        Options.atLeast(1, neighbours, "neighbours");
        if (steps > MOST_STEPS) {
            throw new IllegalArgumentException("A path has at most " + MOST_STEPS + " steps, but " + steps
                    + " were asked for. The paper takes 30.");
        }
        check(rule, steps + 1);
    }

    private static void check(IntegrationRule rule, int stretches) {
        if (rule instanceof ClenshawCurtisRule adaptive) {
            if (adaptive.maxEvaluations() < HalvedSteps.least(stretches)) {
                throw new IllegalArgumentException("A path of " + stretches + " steps needs at least "
                        + HalvedSteps.least(stretches) + " evaluations, but only " + adaptive.maxEvaluations()
                        + " were allowed. Allow more, or take fewer anchors.");
            }
            return;
        }
        FixedRule fixed = (FixedRule) rule;
        if (fixed.kind() != FixedRule.Kind.RIEMANN_LEFT || fixed.points() % stretches != 0) {
            throw new IllegalArgumentException(
                    "A path of " + stretches + " steps takes the adaptive rule, or RIEMANN_LEFT"
                            + " with a multiple of " + stretches + " points, but not " + fixed.kind() + " with "
                            + fixed.points()
                            + ". Take asPublished(0).");
        }
    }

    /**
     * Chooses anchors in another way.
     *
     * @param other the strategy
     * @return a changed copy
     */
    public DiscretizedIntegratedGradients by(Strategy other) {
        return new DiscretizedIntegratedGradients(other, steps, neighbours, rule);
    }

    /**
     * Changes the path; a fixed rule, whose points fit one number of anchors, gives way to the adaptive one.
     *
     * @param anchors number of anchors m
     * @param nearest number of nearest neighbours among which each is chosen
     * @return a changed copy
     */
    public DiscretizedIntegratedGradients over(int anchors, int nearest) {
        IntegrationRule kept = rule instanceof ClenshawCurtisRule ? rule : IntegrationRule.adaptive();
        return new DiscretizedIntegratedGradients(strategy, anchors, nearest, kept);
    }

    /**
     * Chooses another rule.
     *
     * @param other the adaptive one with other limits, or a Riemann sum of left ends
     * @return a changed copy
     */
    public DiscretizedIntegratedGradients by(IntegrationRule other) {
        return new DiscretizedIntegratedGradients(strategy, steps, neighbours, other);
    }

    /**
     * Adds up as the paper does: the gradient at the end of a step that is nearer to the baseline, times the step.
     *
     * @param halvings how often every step is halved first, the paper's factor f: 0 or 1
     * @return a changed copy
     * @throws IllegalArgumentException if there are less than 0 or more than 10
     */
    public DiscretizedIntegratedGradients asPublished(int halvings) {
        if (halvings < 0 || halvings > 10) {
            throw new IllegalArgumentException(
                    "Steps are halved 0 to 10 times, but " + halvings + " was asked for. The paper takes 0 or 1.");
        }
        return by(IntegrationRule.fixed(FixedRule.Kind.RIEMANN_LEFT, (steps + 1) << halvings));
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("strategy", strategy.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        parameters.put("steps", Integer.toString(steps));
        parameters.put("neighbours", Integer.toString(neighbours));
        parameters.putAll(rule.parameters());
        return new MethodFacts(NAME, parameters);
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        EmbeddingTable table = table(Rungs.differentiable(model, NAME));
        ExplainedText text = ExplainedText.of(model, question, NAME);
        WordPaths paths = new WordPaths(table, new NearestRows(table, neighbours), strategy, steps);
        List<ExplainedInput> inputs = text.inputs();
        List<PathResult> results = new ArrayList<>();
        for (ExplainedInput input : inputs) {
            double[][] ends = text.function().scores(new double[][] {input.input(), input.baseline()});
            Fidelity.check(text.prediction(), ends[0], text.model().facts());
            results.add(integrate(text, paths.corners(input), ends));
        }
        return PathAttribution.of(
                text, text.target(), results, rule, PathAttribution.facts(facts(), question.baseline(), inputs));
    }

    private PathResult integrate(ExplainedText text, double[][] corners, double[][] ends) {
        TargetScore target = text.target();
        double range = target.value(ends[0]) - target.value(ends[1]);
        PolygonalPath path = new PolygonalPath(corners, text.tokens().size(), text.function(), target);
        PathIntegral integral = rule instanceof ClenshawCurtisRule limits
                ? new HalvedSteps(path, limits).integrate(range)
                : ((FixedRule) rule).integrate(path);
        return PathResult.of(
                integral,
                rule.tolerance(),
                target.value(ends[0]),
                target.value(ends[1]),
                path.evaluations(),
                path.curve());
    }

    private static EmbeddingTable table(DifferentiableClassifier model) {
        return model.embeddingTable()
                .orElseThrow(() -> new UnsupportedModelException(NAME + " goes over the word embeddings of the whole"
                        + " vocabulary, but model " + model.facts().name() + " does not show them (it has no"
                        + " embeddingTable). Formats that do: "
                        + String.join("; ", ModelRepository.formats(DifferentiableClassifier.class))
                        + ". Test the model in one of these, or by IntegratedGradients."));
    }
}
