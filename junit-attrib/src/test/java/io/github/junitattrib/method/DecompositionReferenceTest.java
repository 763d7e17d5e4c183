package io.github.junitattrib.method;

import static io.github.junitattrib.Numbers.doubles;
import static io.github.junitattrib.Numbers.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTargetException;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Target;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.model.TextClassifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against rules applied one by one in double precision (fixtures/training/decomposition_references.py). */
class DecompositionReferenceTest {

    private static TextClassifier biasFree;

    @BeforeAll
    static void load(@TempDir Path parent) {
        biasFree = BiasFree.load(parent);
    }

    @AfterAll
    static void close() {
        biasFree.close();
    }

    static Stream<Arguments> runs() throws IOException {
        List<Arguments> runs = new ArrayList<>();
        try (InputStream stream =
                DecompositionReferenceTest.class.getResourceAsStream("/references/sentiment-decomposition.json")) {
            JsonNode models =
                    new ObjectMapper().readTree(Objects.requireNonNull(stream)).path("models");
            models.properties()
                    .forEach(model -> model.getValue()
                            .forEach(text -> text.path("runs")
                                    .forEach(run -> runs.add(Arguments.of(model.getKey(), text, run)))));
        }
        return runs.stream();
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("runs")
    void equalsTheRulesAppliedOneByOne(String model, JsonNode text, JsonNode run) {
        Attribution attribution = attribution(model, text, run);

        double[] expected = doubles(run.path("scores"));
        assertThat(scores(attribution))
                .containsExactly(
                        expected,
                        within(1e-4
                                * DoubleStream.of(expected).map(Math::abs).max().orElseThrow()));
        int target = run.path("target").intValue();
        assertThat(attribution.inputScore())
                .isCloseTo(text.path("logits").path(target).doubleValue(), within(1e-5));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("runs")
    void saysWhatIsLostToBiases(String model, JsonNode text, JsonNode run) {
        Attribution attribution = attribution(model, text, run);
        double logit = text.path("logits").path(run.path("target").intValue()).doubleValue();
        double sum = DoubleStream.of(doubles(run.path("scores"))).sum();

        if (run.path("method").asText().equals("DeepLIFT")) {
            assertThat(attribution.delta()).isCloseTo(0, within(1e-4 * attribution.maxMagnitude()));
            assertThat(attribution.convergence().converged()).isTrue();
        } else if (model.equals("bias_free") && run.path("epsilon").doubleValue() == 0) {
            double made = run.path("method").asText().equals("AttnLRP")
                    ? run.path("made_by_softmaxes").doubleValue()
                    : 0;
            assertThat(attribution.delta())
                    .as("relevance is conserved, but for what softmaxes make")
                    .isCloseTo(-made, within(1e-5 * Math.max(1, attribution.maxMagnitude())));
        } else {
            assertThat(attribution.delta()).isCloseTo(sum - logit, within(1e-4 * attribution.maxMagnitude()));
        }
    }

    @Test
    void probabilitiesAreNotShared() {
        for (AttributionMethod method : List.of(LayerwiseRelevance.attnLrp(), new DeepLift())) {
            assertThatThrownBy(() -> AttributionRequest.of(SentimentModel.get(), "great", method)
                            .toward(Target.probability(Target.predicted()))
                            .attribution())
                    .isInstanceOf(InvalidTargetException.class)
                    .hasMessageContaining("Explain the class itself, or a contrast of two");
        }
    }

    @Test
    void contrastsAreShared() {
        for (AttributionMethod method : List.of(LayerwiseRelevance.cpLrp(), new DeepLift())) {
            AttributionRequest request = AttributionRequest.of(SentimentModel.get(), "They said it was great", method);
            double[] positive = scores(request.toward("POSITIVE").attribution());
            double[] negative = scores(request.toward("NEGATIVE").attribution());

            double[] contrast = scores(
                    request.toward(Target.contrast("POSITIVE", "NEGATIVE")).attribution());
            for (int t = 0; t < contrast.length; t++) {
                assertThat(contrast[t]).isCloseTo(positive[t] - negative[t], within(1e-4));
            }
        }
    }

    @Test
    void asksForAModelThatLiesOpen() {
        for (AttributionMethod method : List.of(LayerwiseRelevance.attnLrp(), new DeepLift())) {
            assertThatThrownBy(() -> AttributionRequest.of(ClosedForms.saturating(), "2", method)
                            .attribution())
                    .isInstanceOf(UnsupportedModelException.class)
                    .hasMessageContaining(method.facts().name());
        }
    }

    private static Attribution attribution(String model, JsonNode text, JsonNode run) {
        return AttributionRequest.of(
                        model.equals("sentiment") ? SentimentModel.get() : biasFree,
                        text.path("text").asText(),
                        method(run))
                .toward(Target.index(run.path("target").intValue()))
                .attribution();
    }

    private static AttributionMethod method(JsonNode run) {
        return switch (run.path("method").asText()) {
            case "DeepLIFT" -> new DeepLift();
            case "AttnLRP" -> options(LayerwiseRelevance.attnLrp(), run);
            case "CP-LRP" -> options(LayerwiseRelevance.cpLrp(), run);
            default -> throw new IllegalStateException(run.toString());
        };
    }

    private static LayerwiseRelevance options(LayerwiseRelevance method, JsonNode run) {
        return method.epsilon(run.path("epsilon").doubleValue())
                .gamma(run.path("gamma").doubleValue());
    }
}
