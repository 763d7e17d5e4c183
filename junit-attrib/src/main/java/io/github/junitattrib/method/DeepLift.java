package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.InspectableClassifier;
import io.github.junitattrib.model.Propagation;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * DeepLIFT with the rescale rule: the score of token t is Σ_d (x − x')_{t,d} m_{t,d}, where the multiplier m is the
 * chain of the slopes Δout/Δin between the network's values at the text and at the baseline; over several baselines the
 * mean (DeepLiftSHAP).
 *
 * <p>Σ scores = F(x) − F(x') up to rounding, as every operation keeps to Σ m Δin = Δout: activations, GELU among them,
 * take Δout/Δin; a product takes the mean of the other factor at both ends; softmax is split into exp, sum, reciprocal
 * and product; layer normalisation into mean, square, reciprocal root and product. Captum's {@code DeepLift} treats GELU,
 * normalisation and products as linear, so the two agree on networks of linear layers and simple activations only.
 *
 * <p>Mind normalisation: where it turns a state around between baseline and text, its multipliers have opposite signs in
 * hundreds, and so have the scores of single tokens, though their sum is right. Compare with Integrated Gradients.
 *
 * <p>Source: A. Shrikumar, P. Greenside, A. Kundaje, Learning Important Features Through Propagating Activation
 * Differences, 2017. It needs an inspectable model (rung 3) and costs one prediction and, for each baseline, one forward
 * and backward pass over two texts. Targets are scores of classes or their contrast.
 */
public record DeepLift() implements AttributionMethod {

    private static final String NAME = "DeepLIFT";

    /** Measured against double precision on the embedded models: a few operations more than a gradient. */
    private static final double FLOAT_NOISE = 1e-5;

    @Override
    public MethodFacts facts() {
        return new MethodFacts(NAME, Map.of());
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        InspectableClassifier inspectable = Rungs.inspectable(model, NAME);
        ExplainedText text = ExplainedText.of(model, question, NAME);
        LayerwiseRelevance.requireLinear(text.target(), NAME);
        List<PathResult> results = new ArrayList<>();
        List<ExplainedInput> inputs = text.inputs();
        for (ExplainedInput input : inputs) {
            results.add(result(inspectable, text, input));
        }
        PathResult mean = PathResult.mean(results);
        String remedy = mean.remedy("Choose another baseline, or Integrated Gradients.");
        return new Attribution(
                question.text(),
                text.scored(mean.integral().scores(), mean.integral().errors()),
                text.target(),
                text.prediction(),
                mean.inputScore(),
                mean.baselineScore(),
                new Convergence(
                        remedy.isEmpty(),
                        mean.evaluations(),
                        Tolerance.DEFAULT.deltaLimit(mean.range()),
                        remedy,
                        List.of()),
                PathAttribution.facts(facts(), question.baseline(), inputs),
                model.facts());
    }

    private static PathResult result(InspectableClassifier model, ExplainedText text, ExplainedInput input) {
        double[][] ends = text.function().scores(new double[][] {input.input(), input.baseline()});
        Fidelity.check(text.prediction(), ends[0], model.facts());
        ScoreGradients result = model.function(text.tokens(), new Propagation.Differences(input.baseline()))
                .gradients(new double[][] {input.input()}, text.target());
        double[] change = new double[input.input().length];
        for (int i = 0; i < change.length; i++) {
            change[i] = input.input()[i] - input.baseline()[i];
        }
        int tokens = text.tokens().size();
        double[] scores = PerToken.dot(change, result.gradients()[0], tokens);
        double magnitude = Panel.largest(PerToken.absoluteDot(change, result.gradients()[0], tokens));
        double atInput = text.target().value(ends[0]);
        double atBaseline = text.target().value(ends[1]);
        PathIntegral integral = new PathIntegral(
                scores, ErrorBars.withNoise(scores, new double[tokens], FLOAT_NOISE * magnitude), magnitude);
        double range = atInput - atBaseline;
        boolean converged = Tolerance.DEFAULT.isMetBy(integral, range);
        return new PathResult(integral.coveringDelta(range), atInput, atBaseline, converged, 1, List.of());
    }
}
