package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.Arrays;
import java.util.List;

/**
 * SmoothGrad around a gradient method: the score of a token is its mean score (1/N) Σ_k a(x + ε_k) over N neighbours of
 * the text, ε Gaussian, which smooths out slopes that change from point to point.
 *
 * <p>Source: D. Smilkov, N. Thorat, B. Kim, F. Viégas, M. Wattenberg, SmoothGrad: removing noise by adding noise, 2017,
 * section 3; peer: Captum's {@code NoiseTunnel} of type {@code smoothgrad}. Both have other defaults. The authors take 50
 * samples and 10 to 20 % of the range of an image, which is 0.35 to 0.7 of the deviation of evenly spread numbers; Captum
 * takes 5 samples and 1.0, which drowns word embeddings. Here it is 0.2 of the deviation of the text's embeddings, so
 * that neighbours keep the text's class, and 200 samples, which bring the standard error below 10 % of the largest score
 * on nearly all texts of the embedded models. Noise is on word embeddings alone, special tokens stay as they are; the
 * class is that of the text without noise.
 *
 * <p>It claims no completeness, whatever is inside. The uncertainty is the standard error and the mean uncertainty of the
 * method inside; the result is converged where the largest standard error is a small share of the largest score ({@link
 * GradientSampling}). It needs what the method inside needs (rung 2), and costs two forward passes and, per sample, those
 * of the method inside.
 *
 * @param around a gradient method
 * @param sampling number of samples, tolerance and seed
 * @param noise added to x in every sample
 */
public record SmoothGrad(AttributionMethod around, GradientSampling sampling, NoiseLevel noise)
        implements AttributionMethod {

    private static final String NAME = "SmoothGrad";

    /**
     * Checks the options.
     *
     * @param around a gradient method
     * @param sampling number of samples, tolerance and seed
     * @param noise added to x in every sample
     * @throws IllegalArgumentException if there is no noise
     */
    public SmoothGrad {
        tunnel(around, sampling, noise);
    }

    /**
     * Makes the method with 200 samples and noise of a fifth of the standard deviation of the text's embeddings.
     *
     * @param around a gradient method
     */
    public SmoothGrad(AttributionMethod around) {
        this(around, GradientSampling.of(200), NoiseTunnel.DEFAULT_NOISE);
    }

    /**
     * Changes the number of samples, the tolerance or the seed.
     *
     * @param other the sampling
     * @return a changed copy
     */
    public SmoothGrad sampling(GradientSampling other) {
        return new SmoothGrad(around, other, noise);
    }

    /**
     * Changes the noise.
     *
     * @param other its level
     * @return a changed copy
     */
    public SmoothGrad noise(NoiseLevel other) {
        return new SmoothGrad(around, sampling, other);
    }

    @Override
    public MethodFacts facts() {
        return tunnel(around, sampling, noise).facts();
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        return attribute(model, question, Draws.seeded(sampling.seed()));
    }

    /** Takes the noise from elsewhere: sample by sample, T·D numbers each but for special tokens. */
    Attribution attribute(TextClassifier model, Question question, Draws draws) {
        return tunnel(around, sampling, noise).of(model, question, draws, this::mean);
    }

    @Override
    public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
        return tunnel(around, sampling, noise).of(model, questions, this::mean);
    }

    private Attribution mean(NoisyAttributions noisy) {
        SampledScores sampled = noisy.scores();
        double[] slope = new double[noisy.text().tokens().size()];
        Arrays.fill(slope, 1);
        return noisy.attribution(sampled.means(), sampled.standardErrors(), slope, sampling, facts());
    }

    private static NoiseTunnel tunnel(AttributionMethod around, GradientSampling sampling, NoiseLevel noise) {
        return new NoiseTunnel(NAME, around, sampling, noise);
    }
}
