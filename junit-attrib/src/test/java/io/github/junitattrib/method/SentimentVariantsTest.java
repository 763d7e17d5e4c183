package io.github.junitattrib.method;

import static io.github.junitattrib.Numbers.largest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.References;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.fixtures.SentimentVariants;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The variants of the fixtures are what they claim: two compute the original's function, one does not. */
class SentimentVariantsTest {

    private static TextClassifier float32;
    private static TextClassifier reparameterized;
    private static TextClassifier retrained;

    @BeforeAll
    static void load(@TempDir Path parent) {
        float32 = load(SentimentVariants.float32(parent).toString());
        reparameterized = load(SentimentVariants.reparameterized(parent).toString());
        retrained = load(SentimentVariants.retrained(parent).toString());
    }

    private static TextClassifier load(String location) {
        return new ModelRepository(new ModelLocation(name -> Optional.empty(), ModelCache.inUserHome()))
                .load(location, new DeviceChoice("cpu"));
    }

    @AfterAll
    static void close() {
        Stream.of(float32, reparameterized, retrained).forEach(TextClassifier::close);
    }

    static List<References.Case> texts() {
        return References.sentiment();
    }

    static List<References.Case> retrainedTexts() {
        return References.of(Fixtures.SENTIMENT_RETRAINED_REFERENCES);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void singlePrecisionComputesTheSame(References.Case reference) {
        assertThat(logits(float32, reference.text()))
                .containsExactly(logits(SentimentModel.get(), reference.text()), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void reparameterizedComputesTheSameFunction(References.Case reference) {
        String text = reference.text();

        double[] logits = logits(reparameterized, text);
        assertThat(logits).containsExactly(logits(SentimentModel.get(), text), within(1e-5));
        assertThat(logits).containsExactly(reference.logits(), within(1e-5));
        double[] original = scores(SentimentModel.get(), text, Target.predicted());
        assertThat(scores(reparameterized, text, Target.predicted()))
                .containsExactly(original, within(1e-4 * largest(original)));
    }

    @Test
    void reparameterizedRoundsOtherwise() {
        assertThat(texts())
                .as("equal digits everywhere would mean that its weights are those of the original")
                .anyMatch(reference -> !Arrays.equals(
                        logits(reparameterized, reference.text()), logits(SentimentModel.get(), reference.text())));
    }

    @ParameterizedTest
    @MethodSource("retrainedTexts")
    void retrainedIsTheModelThatPythonTrained(References.Case reference) {
        assertThat(logits(retrained, reference.text())).containsExactly(reference.logits(), within(1e-5));
        for (References.Run run : reference.runs("gausslegendre", 50)) {
            assertThat(scores(retrained, reference.text(), run.target()))
                    .containsExactly(run.scores(), within(1e-4 * largest(run.scores())));
        }
    }

    @Test
    void retrainedComputesAnotherFunction() {
        assertThat(texts()).anyMatch(reference -> {
            double[] found = logits(retrained, reference.text());
            double[] original = logits(SentimentModel.get(), reference.text());
            return Math.abs(found[0] - original[0]) > 0.05 || Math.abs(found[1] - original[1]) > 0.05;
        });
    }

    private static double[] logits(TextClassifier model, String text) {
        return model.predict(text).scores().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double[] scores(TextClassifier model, String text, Target target) {
        Attribution attribution = AttributionRequest.of(
                        model, text, new IntegratedGradients(IntegrationRule.fixed(FixedRule.Kind.GAUSS_LEGENDRE, 50)))
                .toward(target)
                .attribution();
        return attribution.tokens().stream().mapToDouble(TokenScore::score).toArray();
    }
}
