package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.TokenScore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with Captum in double precision, on the same random numbers (fixtures/training/gradient_references.py). */
class GradientReferencesTest {

    private static final JsonNode REFERENCES = read();
    private static final Baseline DISTRIBUTION = Baseline.average(Baseline.PAD, Baseline.ZERO, Baseline.MASK);

    private static JsonNode read() {
        try (InputStream stream = GradientReferencesTest.class.getResourceAsStream("/references/gradients.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(stream));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<Arguments> texts() {
        return StreamSupport.stream(REFERENCES.path("cases").spliterator(), false)
                .map(json -> Arguments.of(Named.of(json.path("text").asText(), json)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void saliencyIsTheNormOfCaptumsGradient(JsonNode text) {
        equals(text, "saliency_l1", new Saliency(Saliency.Norm.L1).attribute(SentimentModel.get(), question(text)));
        equals(text, "saliency_l2", new Saliency().attribute(SentimentModel.get(), question(text)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void inputTimesGradientEqualsCaptum(JsonNode text) {
        equals(text, "input_x_gradient", new InputTimesGradient().attribute(SentimentModel.get(), question(text)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void expectedGradientsEqualGradientShapOnTheSameDraws(JsonNode text) {
        ExpectedGradients method = new ExpectedGradients()
                .sampling(GradientSampling.of(REFERENCES.path("alphas").size()));
        ExpectedGradients noisy =
                method.noise(NoiseLevel.stdev(REFERENCES.path("shap_stdev").asDouble()));
        Question question = question(text).from(DISTRIBUTION);

        equals(text, "gradient_shap", method.attribute(SentimentModel.get(), question, new Recorded()));
        equals(text, "gradient_shap_noise", noisy.attribute(SentimentModel.get(), question, new Recorded()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void smoothGradEqualsNoiseTunnelOnTheSameNoise(JsonNode text) {
        int steps = REFERENCES.path("steps").asInt();
        equals(text, "smoothgrad_saliency_l1", smooth(text, new Saliency(Saliency.Norm.L1)));
        equals(text, "smoothgrad_input_x_gradient", smooth(text, new InputTimesGradient()));
        equals(
                text,
                "smoothgrad_integrated_gradients",
                smooth(text, new IntegratedGradients(IntegrationRule.gaussLegendre(steps))));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void varGradIsTheVarianceThatNoiseTunnelTakesOfTheTokensScores(JsonNode text) {
        VarGrad method = new VarGrad(new InputTimesGradient(), sampling(), noise());

        equals(
                text,
                "vargrad_input_x_gradient",
                method.attribute(SentimentModel.get(), question(text), new Recorded()));
    }

    private static Attribution smooth(JsonNode text, AttributionMethod inside) {
        return new SmoothGrad(inside, sampling(), noise())
                .attribute(SentimentModel.get(), question(text), new Recorded());
    }

    private static GradientSampling sampling() {
        return GradientSampling.of(REFERENCES.path("tunnel_samples").asInt());
    }

    private static NoiseLevel noise() {
        return NoiseLevel.stdev(REFERENCES.path("tunnel_stdev").asDouble());
    }

    private static Question question(JsonNode text) {
        return Question.of(text.path("text").asText());
    }

    private static void equals(JsonNode text, String name, Attribution attribution) {
        double[] expected = StreamSupport.stream(text.path("scores").path(name).spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        double tolerance = 1e-4 * DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
        assertThat(attribution.prediction().index())
                .isEqualTo(text.path("target").asInt());
        assertThat(attribution.tokens().stream().mapToDouble(TokenScore::score).toArray())
                .as(name)
                .hasSize(expected.length)
                .containsExactly(expected, within(tolerance));
    }

    /** The numbers that stand for random ones in the script. */
    private static final class Recorded implements Draws {

        private int choices;
        private int uniforms;
        private int gaussians;

        @Override
        public int choice(int among) {
            return REFERENCES.path("choices").path(choices++).asInt();
        }

        @Override
        public double uniform() {
            return REFERENCES.path("alphas").path(uniforms++).asDouble();
        }

        @Override
        public double gaussian() {
            return Math.sin(1 + 1.7 * gaussians++);
        }
    }
}
