package io.github.junitattrib.model.torch.transformer;

import static io.github.junitattrib.Numbers.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.FixedRule;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.torch.HuggingFaceLoader;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares small checkpoints of every family with transformers and Captum in double precision
 * (fixtures/training/families); {@code -Dattrib.families=<folder>} compares those of another folder too.
 */
class FamiliesReferenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFERENCE = "reference.json";

    static List<Path> checkpoints() {
        List<Path> checkpoints = new ArrayList<>(below(embedded()));
        String more = System.getProperty("attrib.families");
        if (more != null) {
            checkpoints.addAll(below(Path.of(more)));
        }
        return checkpoints;
    }

    static Path embedded() {
        try {
            return Path.of(Objects.requireNonNull(FamiliesReferenceTest.class.getResource("/families"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Traced twins have no weights to read here. */
    private static List<Path> below(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> Files.exists(path.resolve(REFERENCE)))
                    .filter(WeightFiles::existIn)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void coversEveryFamily() {
        assertThat(checkpoints().stream()
                        .map(path -> CheckpointConfig.read(path.resolve("config.json"))
                                .family())
                        .distinct())
                .containsExactlyInAnyOrder(Family.values());
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void equalsTransformersAndCaptum(Path checkpoint) throws IOException {
        JsonNode reference = JSON.readTree(checkpoint.resolve(REFERENCE).toFile());
        assertThat(reference.path("method").asText()).isEqualTo("gausslegendre");
        assertThat(reference.path("baseline").asText()).isEqualTo("PAD");
        IntegrationRule rule = IntegrationRule.fixed(
                FixedRule.Kind.GAUSS_LEGENDRE, reference.path("n_steps").intValue());
        Worst worst = new Worst();
        try (DifferentiableClassifier model =
                (DifferentiableClassifier) new HuggingFaceLoader().load(checkpoint, "tiny", new DeviceChoice("cpu"))) {
            assertThat(model.labels()).isEqualTo(texts(reference.path("labels")));
            assertThat(reference.path("cases")).isNotEmpty();
            for (JsonNode expected : reference.path("cases")) {
                compare(model, expected, kind(reference), rule, worst);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: logits within %.1e, scores within %.1e of the largest, delta within %.1e of it%n",
                checkpoint.getFileName(),
                worst.logit,
                worst.score,
                worst.delta);
    }

    private static void compare(
            DifferentiableClassifier model, JsonNode expected, ScoreKind kind, IntegrationRule rule, Worst worst) {
        String text = expected.path("text").asText();
        TokenizedText tokens = model.tokenize(text);
        assertThat(tokens.tokens().stream().mapToLong(Token::id))
                .as(text)
                .containsExactlyElementsOf(longs(expected.path("ids")));

        var prediction = model.predict(tokens);
        double[] logits = doubles(expected.path("logits"));
        assertThat(prediction.kind()).isEqualTo(kind);
        assertThat(prediction.scores()).hasSize(logits.length);
        for (int i = 0; i < logits.length; i++) {
            double error = Math.abs(prediction.scores().get(i) - logits[i]) / Math.max(1, Math.abs(logits[i]));
            worst.logit = Math.max(worst.logit, error);
            assertThat(error).as("logit %d of %s", i, text).isLessThanOrEqualTo(1e-5);
        }

        int target = expected.path("target").intValue();
        Attribution attribution = AttributionRequest.of(model, text, new IntegratedGradients(rule))
                .toward(Target.label(model.labels().get(target)))
                .from(Baseline.PAD)
                .attribution();
        double[] scores = doubles(expected.path("scores"));
        double largest = DoubleStream.of(scores).map(Math::abs).max().orElseThrow();
        List<TokenScore> actual = attribution.tokens();
        assertThat(actual).hasSize(scores.length);
        for (int t = 0; t < scores.length; t++) {
            double error = Math.abs(actual.get(t).score() - scores[t]);
            worst.score = Math.max(worst.score, error / largest);
            assertThat(error).as("token %d of %s", t, text).isLessThanOrEqualTo(1e-4 * largest);
        }
        double delta = expected.path("delta").asDouble();
        worst.delta = Math.max(worst.delta, Math.abs(attribution.delta() - delta) / largest);
        assertThat(attribution.delta()).as("delta of %s", text).isCloseTo(delta, within(1e-4 * largest));
    }

    /** The largest differences that were met. */
    private static final class Worst {
        private double logit;
        private double score;
        private double delta;
    }

    private static ScoreKind kind(JsonNode reference) {
        return switch (reference.path("problem_type").asText("null")) {
            case "multi_label_classification" -> ScoreKind.MULTI_LABEL_LOGITS;
            case "regression" -> ScoreKind.VALUES;
            default -> ScoreKind.LOGITS;
        };
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<Long> longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
    }
}
