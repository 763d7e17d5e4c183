package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Expected gradients, also known as GradientSHAP: the score of token t is the mean over random samples of
 * Σ_d (x − x')_{t,d} ∂F(x' + α(x − x'))/∂z_{t,d}, with x' drawn among the baselines of the question and α uniform from 0
 * to 1. {@link io.github.junitattrib.Baseline#average} names a distribution of baselines.
 *
 * <p>Source: G. Erion, J. Janizek, P. Sturmfels, S. Lundberg, S.-I. Lee, Improving performance of deep learning models
 * with axiomatic attribution priors and expected gradients, 2021, equation 3; peers: Captum's {@code GradientShap} on
 * {@code inputs_embeds} (5 samples by default), shap's {@code GradientExplainer} (200). As there, x may carry noise.
 *
 * <p>Without noise the scores are complete in expectation: they sum to F(x) − mean F(x') up to the sampling error. With
 * noise none is claimed. The uncertainty is the standard error; the result is converged where the largest is a small
 * share of the largest score ({@link GradientSampling}). It needs a differentiable model (rung 2) and costs two forward
 * passes, one for each baseline, and one forward and backward pass per sample.
 *
 * @param sampling number of samples, tolerance and seed
 * @param noise added to x in every sample
 */
public record ExpectedGradients(GradientSampling sampling, NoiseLevel noise) implements AttributionMethod {

    private static final String NAME = "ExpectedGradients";

    /**
     * Checks the options.
     *
     * @param sampling number of samples, tolerance and seed
     * @param noise added to x in every sample
     */
    public ExpectedGradients {
        Objects.requireNonNull(sampling, "The sampling must not be null. Take GradientSampling.of(200).");
        Objects.requireNonNull(noise, "The noise must not be null. Take NoiseLevel.NONE.");
    }

    /** Makes the method with 200 samples and no noise. */
    public ExpectedGradients() {
        this(GradientSampling.of(200), NoiseLevel.NONE);
    }

    /**
     * Changes the number of samples, the tolerance or the seed.
     *
     * @param other the sampling
     * @return a changed copy
     */
    public ExpectedGradients sampling(GradientSampling other) {
        return new ExpectedGradients(other, noise);
    }

    /**
     * Adds noise to the text's embeddings.
     *
     * @param other its level
     * @return a changed copy
     */
    public ExpectedGradients noise(NoiseLevel other) {
        return new ExpectedGradients(sampling, other);
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> parameters = sampling.parameters();
        if (!noise.equals(NoiseLevel.NONE)) {
            parameters.put("noise", noise.toString());
        }
        return new MethodFacts(NAME, parameters);
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        return attribute(model, question, Draws.seeded(sampling.seed()));
    }

    /** Takes the random numbers from elsewhere: for each sample the baseline, then noise, then α. */
    Attribution attribute(TextClassifier model, Question question, Draws draws) {
        ExplainedText text = ExplainedText.of(model, question, NAME);
        return start(text, draws).on(text);
    }

    @Override
    public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
        return new GradientBatches(
                        Rungs.differentiable(model, NAME), text -> start(text, Draws.seeded(sampling.seed())))
                .of(questions);
    }

    private TextRun start(ExplainedText text, Draws draws) {
        ExpectedSlopes slopes = new ExpectedSlopes(text, noise, sampling.samples(), draws);
        return new TextRun(List.of(slopes), () -> attribution(text, slopes));
    }

    private Attribution attribution(ExplainedText text, ExpectedSlopes slopes) {
        SampledScores sampled = slopes.scores();
        double[] scores = sampled.means();
        double[] errors = sampled.standardErrors();
        Map<String, String> parameters = new LinkedHashMap<>(facts().parameters());
        parameters.put("baseline", text.question().baseline().toString());
        return new GradientResult(
                        scores, errors, Panel.largest(scores), sampling.samples(), sampling.remedy(scores, errors))
                .attribution(text, slopes.inputScore(), slopes.baselineScore(), new MethodFacts(NAME, parameters));
    }
}
