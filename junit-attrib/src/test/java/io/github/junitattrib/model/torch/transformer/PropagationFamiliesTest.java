package io.github.junitattrib.model.torch.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.DeepLift;
import io.github.junitattrib.method.LayerwiseRelevance;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.torch.HuggingFaceLoader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules hold in every family: their attentions, norms and activations differ. */
class PropagationFamiliesTest {

    @ParameterizedTest
    @MethodSource("io.github.junitattrib.model.torch.transformer.FamiliesReferenceTest#checkpoints")
    void deepLiftSharesTheWholeDifference(Path checkpoint) throws IOException {
        try (TextClassifier model = new HuggingFaceLoader().load(checkpoint, "tiny", new DeviceChoice("cpu"))) {
            for (JsonNode reference : new ObjectMapper()
                    .readTree(checkpoint.resolve("reference.json").toFile())
                    .path("cases")) {
                Attribution attribution = AttributionRequest.of(
                                model, reference.path("text").asText(), new DeepLift())
                        .attribution();

                // Multipliers of hundreds leave less of single precision; the result then says that it is not enough.
                double share = attribution.convergence().converged() ? 1e-4 : 1e-3;
                assertThat(attribution.delta()).isCloseTo(0, within(share * attribution.maxMagnitude()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.junitattrib.model.torch.transformer.FamiliesReferenceTest#checkpoints")
    void relevanceKeepsTheScore(Path checkpoint) {
        try (TextClassifier model = new HuggingFaceLoader().load(checkpoint, "tiny", new DeviceChoice("cpu"))) {
            double logit = model.predict("a great film").scores().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElseThrow();
            for (LayerwiseRelevance method : new LayerwiseRelevance[] {
                LayerwiseRelevance.attnLrp(), LayerwiseRelevance.cpLrp().gamma(0.25)
            }) {
                Attribution attribution =
                        AttributionRequest.of(model, "a great film", method).attribution();

                assertThat(attribution.inputScore()).isCloseTo(logit, within(1e-5));
                assertThat(attribution.maxMagnitude()).isPositive().isFinite();
            }
        }
    }
}
