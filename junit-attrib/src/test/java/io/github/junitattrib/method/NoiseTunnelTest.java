package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Target;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.torch.FunctionModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Noisy neighbours of a text are asked about together, which changes nothing but the cost. */
class NoiseTunnelTest {

    /** Another method to the tunnel, which asks it about one neighbour after the other. */
    private record Hidden(AttributionMethod method) implements AttributionMethod {

        @Override
        public MethodFacts facts() {
            return method.facts();
        }

        @Override
        public Attribution attribute(TextClassifier model, Question question) {
            return method.attribute(model, question);
        }
    }

    static Stream<AttributionMethod> inside() {
        return Stream.of(new Saliency(), new Saliency(Saliency.Norm.L1), new InputTimesGradient());
    }

    @ParameterizedTest
    @MethodSource("inside")
    void neighboursGetTogetherWhatTheyGetAlone(AttributionMethod inside) {
        GradientSampling few = GradientSampling.of(30);
        NoiseLevel noise = NoiseLevel.ofDeviation(0.2);
        for (Target target : List.of(
                Target.predicted(),
                Target.contrast("NEGATIVE", "POSITIVE"),
                Target.probability(Target.label("POSITIVE")))) {
            Question question = Question.of("It was not great, but never dull").toward(target);

            assertSame(new SmoothGrad(inside, few, noise), new SmoothGrad(new Hidden(inside), few, noise), question);
            assertSame(new VarGrad(inside, few, noise), new VarGrad(new Hidden(inside), few, noise), question);
        }
    }

    private static void assertSame(AttributionMethod together, AttributionMethod oneByOne, Question question) {
        Attribution expected = oneByOne.attribute(SentimentModel.get(), question);
        Attribution actual = together.attribute(SentimentModel.get(), question);

        assertThat(actual.convergence().evaluations())
                .isEqualTo(expected.convergence().evaluations());
        assertThat(actual.convergence().converged())
                .isEqualTo(expected.convergence().converged());
        assertThat(actual.target()).isEqualTo(expected.target());
        for (int t = 0; t < expected.tokens().size(); t++) {
            // Gradients in single precision, summed in another order.
            double rounding = 1e-5 * expected.maxMagnitude();
            assertThat(actual.tokens().get(t).score())
                    .isCloseTo(expected.tokens().get(t).score(), within(rounding));
            assertThat(actual.tokens().get(t).uncertainty())
                    .isCloseTo(expected.tokens().get(t).uncertainty(), within(rounding));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They were wrong to say that it was great",
                "A stellar, moving film",
                "An overlong and dull movie that wastes a gifted cast on a plot that never goes anywhere at all"
            })
    void theDefaultsAreEnoughForTheEmbeddedModel(String text) {
        for (AttributionMethod inside : List.of(new Saliency(), new InputTimesGradient())) {
            for (AttributionMethod method : List.of(new SmoothGrad(inside), new VarGrad(inside))) {
                Attribution attribution = method.attribute(SentimentModel.get(), Question.of(text));

                assertThat(attribution.convergence().remedy())
                        .as(method.facts().toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void pointsComeInBatchesThatTheTextBounds() {
        ConcurrentLinkedQueue<Long> batches = new ConcurrentLinkedQueue<>();
        try (FunctionModel model = FunctionModel.builder(points -> {
                    batches.add(points.getShape().get(0));
                    NDArray squares = points.mul(points).sum(new int[] {1});
                    return squares;
                })
                .labels("A", "B")
                .embedding(Map.of("a", new double[] {2, 1}), new double[] {0, 3})
                .device("cpu")
                .build()) {
            AttributionMethod method =
                    new SmoothGrad(new Saliency(), GradientSampling.of(700), NoiseLevel.ofDeviation(0.5));

            method.attribute(model, Question.of("a b"));
        }

        // The prediction, then the embeddings themselves and 700 samples, 600 tokens at a time.
        assertThat(batches).containsExactly(1L, 300L, 300L, 101L);
    }

    @Test
    void aMethodThatLooksInsideIsRefusedForTheNoiseAndNotForTheModel() {
        AttributionMethod noisy = new SmoothGrad(new LayerConductance(Layer.encoder(1)));

        assertThatThrownBy(() -> noisy.attribute(SentimentModel.get(), Question.of("It was great")))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("noise is added to word embeddings alone")
                .hasMessageNotContaining("Hugging Face");
    }

    @Test
    void aPathOverTheVocabularyMayBeginAtANoisyWord() {
        AttributionMethod noisy =
                new SmoothGrad(new DiscretizedIntegratedGradients().over(2, 10)).sampling(GradientSampling.of(2));

        assertThat(noisy.attribute(SentimentModel.get(), Question.of("It was great"))
                        .ranking()
                        .get(0)
                        .text())
                .isEqualTo("great");
    }
}
