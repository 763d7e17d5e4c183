package io.github.junitattrib.method;

import static io.github.junitattrib.Numbers.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.References;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Traced archives of checkpoints, with the numbers of Captum in double precision on the checkpoints (fixtures/training).
 *
 * <p>{@code -Dattrib.families=<folder>} names a folder with more of them, as {@code python -m families} makes it.
 */
@Execution(ExecutionMode.SAME_THREAD)
class TracedModelsTest {

    @TempDir
    static Path cache;

    static List<Path> families() throws IOException, URISyntaxException {
        Path committed = Path.of(Objects.requireNonNull(TracedModelsTest.class.getResource("/families"))
                .toURI());
        Path folder = Path.of(System.getProperty("attrib.families", committed.toString()));
        try (Stream<Path> directories = Files.list(folder)) {
            return directories
                    .filter(directory -> directory.toString().endsWith("-traced"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void equalCaptumOnTheCheckpoint(Path traced) throws IOException {
        Path checkpoint = Path.of(traced.toString().replaceFirst("-traced$", ""));
        JsonNode reference =
                new ObjectMapper().readTree(checkpoint.resolve("reference.json").toFile());
        double worst = 0;
        try (DifferentiableClassifier model = load(traced.toString())) {
            for (JsonNode text : reference.path("cases")) {
                TokenizedText tokens = model.tokenize(text.path("text").asText());
                assertThat(tokens.tokens()).extracting(Token::id).containsExactly(longs(text.path("ids")));
                assertThat(numbers(model.predict(tokens).scores()))
                        .containsExactly(doubles(text.path("logits")), within(1e-5));

                String label = model.labels().get(text.path("target").asInt());
                worst = Math.max(
                        worst,
                        compare(attribute(model, tokens.text(), label, Baseline.PAD), doubles(text.path("scores"))));
            }
        }
        System.out.printf("%s: worst score off by %.1e of the largest%n", traced.getFileName(), worst);
    }

    @ParameterizedTest
    @MethodSource("sentiment")
    void equalsCaptumOnTheEmbeddedModel(References.Case reference) {
        DifferentiableClassifier model = Embedded.MODEL;

        assertThat(numbers(model.predict(reference.text()).scores())).containsExactly(reference.logits(), within(1e-5));
        for (References.Run run : reference.runs("gausslegendre", 50)) {
            String label = run.json().path("label").asText();
            compare(attribute(model, reference.text(), label, run.baseline()), run.scores());
        }
    }

    @Test
    void pathsFromWordToWordAreThoseOfTheCheckpoint() {
        DiscretizedIntegratedGradients method =
                new DiscretizedIntegratedGradients().over(5, 50).asPublished(0);
        Question question = Question.of("They said it was great");
        double[] expected = method.attribute(SentimentModel.get(), question).tokens().stream()
                .mapToDouble(TokenScore::score)
                .toArray();

        compare(method.attribute(Embedded.MODEL, question), expected);
    }

    static List<References.Case> sentiment() {
        return References.sentiment();
    }

    /** Loaded once, when the first text asks for it. */
    private static final class Embedded {
        static final DifferentiableClassifier MODEL = load(Fixtures.SENTIMENT_TRACED);
    }

    private static DifferentiableClassifier load(String location) {
        return (DifferentiableClassifier)
                new ModelRepository(new ModelLocation(name -> Optional.empty(), new ModelCache(cache)))
                        .load(location, new DeviceChoice("cpu"));
    }

    private static Attribution attribute(DifferentiableClassifier model, String text, String label, Baseline baseline) {
        IntegrationRule rule = IntegrationRule.fixed(FixedRule.Kind.GAUSS_LEGENDRE, 50);
        return AttributionRequest.of(model, text, new IntegratedGradients(rule))
                .toward(Target.label(label))
                .from(baseline)
                .attribution();
    }

    /** Returns the largest difference, relative to the largest score. */
    private static double compare(Attribution attribution, double[] expected) {
        double[] scores =
                attribution.tokens().stream().mapToDouble(TokenScore::score).toArray();
        double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
        assertThat(scores).containsExactly(expected, within(1e-4 * largest));
        double worst = 0;
        for (int t = 0; t < scores.length; t++) {
            worst = Math.max(worst, Math.abs(scores[t] - expected[t]));
        }
        return worst / largest;
    }

    private static double[] numbers(List<Double> scores) {
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Long[] longs(JsonNode array) {
        Long[] numbers = new Long[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asLong();
        }
        return numbers;
    }
}
