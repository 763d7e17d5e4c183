package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.References;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The embedded model of three classes against Captum in double precision (fixtures/training/three_class.py). */
class ThreeClassModelTest {

    private static TextClassifier model;

    @BeforeAll
    static void load() {
        model = new ModelRepository(new ModelLocation(name -> Optional.empty(), ModelCache.inUserHome()))
                .load(Fixtures.THREE_CLASS, new DeviceChoice("cpu"));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    static List<References.Case> texts() {
        return References.of(Fixtures.THREE_CLASS_REFERENCES);
    }

    static Stream<References.Run> runs() {
        return texts().stream().flatMap(text -> text.runs("gausslegendre", 50).stream());
    }

    @Test
    void namesItsClasses() {
        assertThat(model.labels()).containsExactly("negative", "neutral", "positive");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void logitsEqualTransformers(References.Case reference) {
        Prediction prediction = model.predict(reference.text());

        double[] expected = reference.logits();
        double total = DoubleStream.of(expected).map(Math::exp).sum();
        assertThat(prediction.scores()).hasSize(expected.length);
        for (int label = 0; label < expected.length; label++) {
            assertThat(prediction.scores().get(label)).isCloseTo(expected[label], within(1e-5));
            assertThat(prediction.probabilities().get(label))
                    .isCloseTo(Math.exp(expected[label]) / total, within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void equalsCaptumPerToken(References.Run run) {
        Attribution attribution = AttributionRequest.of(
                        model,
                        run.of().text(),
                        new IntegratedGradients(IntegrationRule.fixed(FixedRule.Kind.GAUSS_LEGENDRE, 50)))
                .toward(run.target())
                .from(run.baseline())
                .attribution();

        double[] expected = run.scores();
        double tolerance = 1e-4 * DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
        assertThat(attribution.tokens().stream().mapToDouble(TokenScore::score).toArray())
                .containsExactly(expected, within(tolerance));
        assertThat(attribution.delta()).isCloseTo(run.number("delta"), within(tolerance));
    }
}
