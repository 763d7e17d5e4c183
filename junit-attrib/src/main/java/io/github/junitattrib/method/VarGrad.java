package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.Arrays;
import java.util.List;

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
 * share of the largest score ({@link GradientSampling}). Variances need more samples than means: for Gaussian scores the
 * standard error is √(2/N), 4.5 % at the default of 1000, which leaves room for scores with tails. It needs what the method inside needs (rung 2), and costs two forward passes and, per
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
        tunnel(around, sampling, noise);
    }

    /**
     * Makes the method with 1000 samples and noise of a fifth of the standard deviation of the text's embeddings.
     *
     * @param around a gradient method
     */
    public VarGrad(AttributionMethod around) {
        this(around, GradientSampling.of(1000), NoiseTunnel.DEFAULT_NOISE);
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
        MethodFacts tunnel = tunnel(around, sampling, noise).facts();
        return MethodFacts.ofMagnitudes(tunnel.name(), tunnel.parameters());
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        return attribute(model, question, Draws.seeded(sampling.seed()));
    }

    /** Takes the noise from elsewhere: sample by sample, T·D numbers each but for special tokens. */
    Attribution attribute(TextClassifier model, Question question, Draws draws) {
        return tunnel(around, sampling, noise).of(model, question, draws, this::variance);
    }

    @Override
    public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
        return tunnel(around, sampling, noise).of(model, questions, this::variance);
    }

    private Attribution variance(NoisyAttributions noisy) {
        SampledScores sampled = noisy.scores();
        double[] variances = sampled.variances();
        double[] slope = Arrays.stream(variances)
                .map(variance -> 2 * Math.sqrt(variance))
                .toArray();
        return noisy.attribution(variances, sampled.varianceErrors(), slope, sampling, facts());
    }

    private static NoiseTunnel tunnel(AttributionMethod around, GradientSampling sampling, NoiseLevel noise) {
        return new NoiseTunnel(NAME, around, sampling, noise);
    }
}
