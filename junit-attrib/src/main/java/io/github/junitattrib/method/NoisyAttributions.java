package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;

/**
 * A gradient method's attributions of a text under noise, toward one target: what SmoothGrad averages and VarGrad takes
 * the variance of.
 *
 * @param text without noise
 * @param inputScore F(x) without noise
 * @param attributions one per sample
 */
record NoisyAttributions(ExplainedText text, double inputScore, List<Attribution> attributions) {

    /** Runs a method on noisy neighbours of a text; {@code name} is for the refusal of a model without gradients. */
    static NoisyAttributions of(
            AttributionMethod method,
            TextClassifier model,
            Question question,
            NoiseLevel noise,
            int samples,
            Draws draws,
            String name) {
        ExplainedText text = ExplainedText.of(model, question, name);
        double[] input = text.input();
        double inputScore = text.target().value(text.scoresAt(input));
        double sigma = noise.sigma(text.tokens(), input);
        // Noise may change the prediction, but not what is explained.
        Question fixed = question.toward(fixed(question.target(), text.prediction()));
        List<Attribution> attributions = new ArrayList<>(samples);
        for (int k = 0; k < samples; k++) {
            double[] drawn = NoiseLevel.draw(text.tokens(), input.length, sigma, draws);
            attributions.add(method.attribute(new NoisyInput(text, drawn), fixed));
        }
        return new NoisyAttributions(text, inputScore, attributions);
    }

    SampledScores scores() {
        return new SampledScores(attributions.stream()
                .map(attribution -> attribution.tokens().stream()
                        .mapToDouble(TokenScore::score)
                        .toArray())
                .toList());
    }

    /** The mean error bar of the method inside [T]. */
    double[] innerErrors() {
        return new SampledScores(attributions.stream()
                        .map(attribution -> attribution.tokens().stream()
                                .mapToDouble(TokenScore::uncertainty)
                                .toArray())
                        .toList())
                .means();
    }

    int evaluations() {
        return attributions.stream()
                .mapToInt(attribution -> attribution.convergence().evaluations())
                .sum();
    }

    /** What keeps the method inside from converging; a flat neighbour is a good sample of a slope. Empty if nothing. */
    String innerRemedy() {
        return attributions.stream()
                .filter(attribution -> attribution.maxMagnitude() != 0)
                .map(attribution -> attribution.convergence().remedy())
                .filter(remedy -> !remedy.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Names the predicted class, so that noise cannot change what is explained. */
    static Target fixed(Target target, Prediction prediction) {
        if (target instanceof Target.Predicted) {
            return Target.index(prediction.index());
        }
        if (target instanceof Target.Contrast two) {
            return new Target.Contrast(fixed(two.first(), prediction), fixed(two.second(), prediction));
        }
        if (target instanceof Target.Probability one) {
            return Target.probability(fixed(one.of(), prediction));
        }
        return target;
    }
}
