package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * VarGrad around a gradient method: the score of a token is the variance E[a²] − E[a]² of its score a(x + ε) over N
 * neighbours of the text, ε Gaussian. It has no sign, and the unit of the scores squared.
 *
 * <p>Source: J. Adebayo, J. Gilmer, I. Goodfellow, B. Kim, Local explanation methods for deep neural networks lack
 * sensitivity to parameter values, 2018; peer: Captum's {@code NoiseTunnel} of type {@code vargrad}, the variance of the
 * population too, but here of the token's score and there of every embedding dimension. Noise as for {@link SmoothGrad}.
 *
 * <p>It claims no completeness. The uncertainty is the standard error of the variance, √((m₄ − (N − 3)/(N − 1) m₂²)/N), and what the
 * uncertainty of the method inside can do to it; the result is converged where the largest standard error is a small
 * share of the largest score ({@link GradientSampling}). Variances need more samples than means: for Gaussian scores, 200
 * bring the standard error to 10 %. It needs what the method inside needs (rung 2), and costs two forward passes and, per
 * sample, those of the method inside.
 *
 * @param around a gradient method
 * @param sampling number of samples, tolerance and seed
 * @param noise added to x in every sample
 */
public record VarGrad(AttributionMethod around, GradientSampling sampling, NoiseLevel noise)
        implements AttributionMethod {

    private static final String NAME = "VarGrad";

    /**
     * Checks the options.
     *
     * @param around a gradient method
     * @param sampling number of samples, tolerance and seed
     * @param noise added to x in every sample
     * @throws IllegalArgumentException if there is no noise
     */
    public VarGrad {
        Objects.requireNonNull(around, "The method inside must not be null. Take new Saliency().");
        Objects.requireNonNull(sampling, "The sampling must not be null. Take GradientSampling.of(200).");
        if (noise.amount() == 0) {
            throw new IllegalArgumentException(
                    NAME + " needs noise. Take NoiseLevel.ofDeviation(0.5), or the method inside alone.");
        }
    }

    /**
     * Makes the method with 200 samples and noise of half the standard deviation of the
     * text's embeddings.
     *
     * @param around a gradient method
     */
    public VarGrad(AttributionMethod around) {
        this(around, GradientSampling.of(200), NoiseLevel.ofDeviation(0.5));
    }

    /**
     * Changes the number of samples, the tolerance or the seed.
     *
     * @param other the sampling
     * @return a changed copy
     */
    public VarGrad sampling(GradientSampling other) {
        return new VarGrad(around, other, noise);
    }

    /**
     * Changes the noise.
     *
     * @param other its level
     * @return a changed copy
     */
    public VarGrad noise(NoiseLevel other) {
        return new VarGrad(around, sampling, other);
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("around", around.facts().name());
        around.facts()
                .parameters()
                .forEach((name, value) -> parameters.put(around.facts().name() + " " + name, value));
        parameters.putAll(sampling.parameters());
        parameters.put("noise", noise.toString());
        return new MethodFacts(NAME, parameters);
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        return attribute(model, question, Draws.seeded(sampling.seed()));
    }

    /** Takes the noise from elsewhere: sample by sample, T·D numbers each but for special tokens. */
    Attribution attribute(TextClassifier model, Question question, Draws draws) {
        NoisyAttributions noisy = NoisyAttributions.of(around, model, question, noise, sampling.samples(), draws, NAME);
        double[] scores = noisy.scores().variances();
        double[] errors = noisy.scores().varianceErrors();
        double[] inner = noisy.innerErrors();
        double[] bars = new double[errors.length];
        for (int t = 0; t < bars.length; t++) {
            bars[t] = errors[t] + 2 * Math.sqrt(scores[t]) * inner[t];
        }
        String open = noisy.innerRemedy();
        return new GradientResult(
                        scores,
                        bars,
                        Panel.largest(scores),
                        noisy.evaluations(),
                        open.isEmpty() ? sampling.remedy(scores, errors) : open)
                .attribution(noisy.text(), noisy.inputScore(), facts());
    }
}
