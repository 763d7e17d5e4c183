package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.TokenScore;
import java.util.Arrays;
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

    /**
     * Makes the attribution of what was taken from the samples.
     *
     * @param scores per token [T]
     * @param errors standard error of each
     * @param slope by how much a score may move with the error bars of the method inside
     */
    Attribution attribution(
            double[] scores, double[] errors, double[] slope, GradientSampling sampling, MethodFacts facts) {
        double[] inner = innerErrors();
        double[] bars = new double[errors.length];
        Arrays.setAll(bars, t -> errors[t] + slope[t] * inner[t]);
        String open = innerRemedy();
        return new GradientResult(
                        scores,
                        bars,
                        Panel.largest(scores),
                        evaluations(),
                        open.isEmpty() ? sampling.remedy(scores, errors) : open)
                .attribution(text, inputScore, facts);
    }

    SampledScores scores() {
        return new SampledScores(attributions.stream()
                .map(attribution -> attribution.tokens().stream()
                        .mapToDouble(TokenScore::score)
                        .toArray())
                .toList());
    }

    /** The mean error bar of the method inside [T]. */
    private double[] innerErrors() {
        return new SampledScores(attributions.stream()
                        .map(attribution -> attribution.tokens().stream()
                                .mapToDouble(TokenScore::uncertainty)
                                .toArray())
                        .toList())
                .means();
    }

    private int evaluations() {
        return attributions.stream()
                .mapToInt(attribution -> attribution.convergence().evaluations())
                .sum();
    }

    /** What keeps the method inside from converging; a flat neighbour is a good sample of a slope. Empty if nothing. */
    private String innerRemedy() {
        return attributions.stream()
                .filter(attribution -> attribution.maxMagnitude() != 0)
                .map(attribution -> attribution.convergence().remedy())
                .filter(remedy -> !remedy.isEmpty())
                .findFirst()
                .orElse("");
    }
}
