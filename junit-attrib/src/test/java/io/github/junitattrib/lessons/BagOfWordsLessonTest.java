package io.github.junitattrib.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.ExpectedGradients;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.model.torch.FunctionModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lesson: where a model only adds up its words, every gradient method finds the same, the share of each word.
 *
 * <p>The model averages the embeddings of a sentence and reads a topic off them: F_c = w_c · (1/T) Σ_t x_t. So toward
 * class c, token t has w_c · (x_t − x'_t)/T, and the shares toward all classes can be written down.
 */
class BagOfWordsLessonTest {

    private static final String SENTENCE = "the bank raised the river";
    private static final List<String> TOPICS = List.of("MONEY", "NATURE", "SPORT");
    private static final double[][] WEIGHTS = {{2, -1}, {-1, 2}, {-0.5, -0.5}};
    private static final Map<String, double[]> ROWS = Map.of(
            "the", new double[] {0.25, 0.25},
            "bank", new double[] {1.5, 0.5},
            "raised", new double[] {1, -0.25},
            "river", new double[] {-0.5, 2});

    private static final FunctionModel MODEL = FunctionModel.builder(BagOfWordsLessonTest::topics)
            .name("bag of words")
            .labels(TOPICS.toArray(String[]::new))
            .embedding(ROWS, new double[] {0, 0})
            .device("cpu")
            .build();

    /** From embeddings [B,T,D] to logits [B,C]. */
    private static NDArray topics(NDArray points) {
        NDArray weights =
                FunctionModel.constant(points, 2, -1, -0.5, -1, 2, -0.5).reshape(2, 3);
        return points.mean(new int[] {1}).matMul(weights);
    }

    private static double share(String word, int topic) {
        double[] row = ROWS.get(word);
        return (WEIGHTS[topic][0] * row[0] + WEIGHTS[topic][1] * row[1]) / 5;
    }

    private static void sharesByHand(Attribution attribution, int topic) {
        assertThat(attribution.tokens()).hasSize(5);
        for (TokenScore token : attribution.tokens()) {
            assertThat(token.score()).as(token.text()).isCloseTo(share(token.text(), topic), within(1e-6));
        }
    }

    @AfterAll
    static void close() {
        MODEL.close();
    }

    static Stream<AttributionMethod> methods() {
        return Stream.of(new IntegratedGradients(), new InputTimesGradient(), new ExpectedGradients());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void integratedGradientsGiveEachWordItsShareTowardEachClass(int topic) {
        Attribution attribution = AttributionRequest.of(MODEL, SENTENCE, new IntegratedGradients())
                .toward(TOPICS.get(topic))
                .attribution();

        sharesByHand(attribution, topic);
        assertThat(attribution.delta()).isCloseTo(0, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void allMethodsThatMultiplyByTheInputAgree(AttributionMethod method) {
        sharesByHand(
                AttributionRequest.of(MODEL, SENTENCE, method)
                        .toward("NATURE")
                        .from(Baseline.ZERO)
                        .attribution(),
                1);
    }

    @Test
    void oneWordSpeaksForOneClassAndAgainstAnother() {
        AttributionRequest request = AttributionRequest.of(MODEL, SENTENCE, new IntegratedGradients());

        assertThat(request.toward("MONEY").attribution().ranking().get(0).text())
                .isEqualTo("bank");
        assertThat(request.toward("NATURE").attribution().ranking().get(0).text())
                .isEqualTo("river");
        assertThat(request.toward("MONEY").attribution().words().get(4).score()).isNegative();
    }

    @Test
    void aContrastSharesOutTheLeadOfOneClassOverTheOther() {
        Attribution contrast = AttributionRequest.of(MODEL, SENTENCE, new IntegratedGradients())
                .toward(Target.contrast("NATURE", "MONEY"))
                .attribution();

        for (TokenScore token : contrast.tokens()) {
            assertThat(token.score())
                    .as(token.text())
                    .isCloseTo(share(token.text(), 1) - share(token.text(), 0), within(1e-6));
        }
    }
}
