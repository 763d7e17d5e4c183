package com.acme.ranking;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.explain;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.junit.AttributionModel;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.model.TextClassifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests of every class here: on one model for each JVM, whose loads are counted. */
@AttributionTest
abstract class Reviews {

    /** Finds that a text is positive if it has the word "great". */
    private static final class Great implements TextClassifier {
        @Override
        public List<String> labels() {
            return List.of("NEGATIVE", "POSITIVE");
        }

        @Override
        public Prediction predict(String text) {
            double score = text.contains("great") ? 2 : -2;
            return Prediction.ofLogits(labels(), new double[] {-score, score});
        }
    }

    @AttributionModel
    static TextClassifier great() throws IOException {
        note("loads", ProcessHandle.current().pid() + "\n");
        return new Great();
    }

    private static void note(String file, String line) throws IOException {
        Path path = Path.of("target", file);
        Files.writeString(path, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Surefire could give all classes to the JVM that is ready first: each waits for the other one. */
    @BeforeAll
    static void twoJvmsTakePart() throws IOException, InterruptedException {
        Path jvms = Files.createDirectories(Path.of("target", "jvms"));
        Files.writeString(jvms.resolve(String.valueOf(ProcessHandle.current().pid())), "");
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (Objects.requireNonNull(jvms.toFile().list()).length < 2) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("No second JVM has begun a class for two minutes.");
            }
            Thread.sleep(20);
        }
    }

    private static void hasTopToken(String text, String word) {
        assertThat(explain(text).by(new Occlusion()).toward("POSITIVE")).hasTopToken(word);
    }

    @Test
    void passes() {
        hasTopToken("They said it was great", "great");
    }

    @Test
    void fails() {
        hasTopToken("They said it was great", "said");
    }

    @Test
    void passesWhenItRunsAgain() {
        Path mark = Path.of("target", getClass().getSimpleName() + ".ran");
        boolean again = Files.exists(mark);
        try {
            Files.writeString(mark, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hasTopToken("The film was great", again ? "great" : "film");
    }

    @ParameterizedTest
    @ValueSource(strings = {"It was great", "It is great", "great it was"})
    void failsForTheSecond(String text) {
        hasTopToken(text, text.contains("is") ? "It" : "great");
    }
}
