package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs a gradient method on noisy neighbours of a text: what SmoothGrad and VarGrad have in common.
 *
 * @param name of the method, for reports and refusals
 * @param around a gradient method
 * @param sampling number of samples, tolerance and seed
 * @param noise added to x in every sample
 */
record NoiseTunnel(String name, AttributionMethod around, GradientSampling sampling, NoiseLevel noise) {

    /**
     * A fifth of the embeddings' deviation. With half of it, single neighbours of the embedded models lie across the border
     * of a class, where slopes are a hundred times as steep: one sample in a thousand then makes most of a score.
     */
    static final NoiseLevel DEFAULT_NOISE = NoiseLevel.ofDeviation(0.2);

    /** Checks the options. */
    NoiseTunnel {
        Objects.requireNonNull(around, "The method inside must not be null. Take new Saliency().");
        Objects.requireNonNull(sampling, "The sampling must not be null. Take GradientSampling.of(200).");
        if (noise.amount() == 0) {
            throw new IllegalArgumentException(
                    name + " needs noise. Take NoiseLevel.ofDeviation(0.2), or the method inside alone.");
        }
    }

    MethodFacts facts() {
        MethodFacts inside = around.facts();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("around", inside.name());
        inside.parameters().forEach((option, value) -> parameters.put(inside.name() + " " + option, value));
        parameters.putAll(sampling.parameters());
        parameters.put("noise", noise.toString());
        return new MethodFacts(name, parameters, inside.signed());
    }

    /** Explains all samples of one text; they begin with the same ones whatever their number. */
    Attribution of(
            TextClassifier model, Question question, Draws draws, Function<NoisyAttributions, Attribution> summary) {
        ExplainedText text = ExplainedText.of(model, question, name);
        return atGradient()
                .map(method -> start(text, draws, method, summary).on(text))
                .orElseGet(() -> summary.apply(oneByOne(text, draws)));
    }

    /** Explains several texts, with the same random numbers for each: together where gradients are all that is needed. */
    List<Attribution> of(
            TextClassifier model, List<Question> questions, Function<NoisyAttributions, Attribution> summary) {
        return atGradient()
                .map(method -> new GradientBatches(
                                Rungs.differentiable(model, name),
                                text -> start(text, Draws.seeded(sampling.seed()), method, summary))
                        .of(questions))
                .orElseGet(() -> PlacedErrors.each(
                        questions, question -> of(model, question, Draws.seeded(sampling.seed()), summary)));
    }

    private TextRun start(
            ExplainedText text,
            Draws draws,
            Function<InputGradient, Attribution> method,
            Function<NoisyAttributions, Attribution> summary) {
        NoisySlopes slopes = new NoisySlopes(text, noise, sampling.samples(), draws, method);
        return new TextRun(List.of(slopes), () -> summary.apply(slopes.attributions()));
    }

    /** How the method inside makes an attribution of a gradient, if the gradient at the text is all that it needs. */
    private Optional<Function<InputGradient, Attribution>> atGradient() {
        if (around instanceof Saliency saliency) {
            return Optional.of(saliency::at);
        }
        return around instanceof InputTimesGradient product ? Optional.of(product::at) : Optional.empty();
    }

    private NoisyAttributions oneByOne(ExplainedText text, Draws draws) {
        double[] input = text.input();
        double inputScore = text.target().value(text.scoresAt(input));
        double sigma = noise.sigma(text.tokens(), input);
        // Noise may change the prediction, but not what is explained.
        Question nearby = text.nearby();
        List<Attribution> attributions = Stream.generate(
                        () -> NoiseLevel.draw(text.tokens(), input.length, sigma, draws))
                .limit(sampling.samples())
                .map(drawn -> around.attribute(new NoisyInput(text, drawn), nearby))
                .toList();
        return new NoisyAttributions(text, inputScore, attributions);
    }
}
