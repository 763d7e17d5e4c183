package io.github.junitattrib.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.EmbeddingTable;
import io.github.junitattrib.model.InspectableClassifier;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.model.MutableClassifier;
import io.github.junitattrib.model.Shuffle;
import io.github.junitattrib.text.TokenizedText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutants of loaded models. */
class MutantsTest {

    private static final String TEXT = "They said it was great";

    @TempDir
    Path directory;

    private MutableClassifier load(String location) {
        return (MutableClassifier)
                new ModelRepository(new ModelLocation(name -> Optional.empty(), new ModelCache(directory)))
                        .load(location, new DeviceChoice("cpu"));
    }

    private static List<Double> scores(MutableClassifier model, Shuffle lost, long seed) {
        try (var mutant = model.mutant(lost, seed)) {
            return mutant.predict(TEXT).scores();
        }
    }

    private static List<List<Double>> rows(DifferentiableClassifier model) {
        EmbeddingTable table = model.embeddingTable().orElseThrow();
        return Arrays.stream(table.rows(IntStream.range(0, table.size()).toArray()))
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {Fixtures.SENTIMENT, Fixtures.SENTIMENT_TRACED})
    void areTheSameForASeedAndOthersThanTheModel(String location) {
        try (MutableClassifier model = load(location)) {
            List<Double> own = model.predict(TEXT).scores();
            for (Shuffle lost : Shuffle.values()) {
                List<Double> scores = scores(model, lost, 1);
                assertThat(scores)
                        .isEqualTo(scores(model, lost, 1))
                        .isNotEqualTo(scores(model, lost, 2))
                        .isNotEqualTo(own);
            }
            assertThat(model.predict(TEXT).scores()).isEqualTo(own);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Fixtures.SENTIMENT, Fixtures.SENTIMENT_TRACED})
    void keepSpecialTokensWhereWordsLoseTheirMeaning(String location) {
        try (MutableClassifier model = load(location);
                var mutant = (DifferentiableClassifier) model.mutant(Shuffle.EMBEDDINGS, 1)) {
            List<List<Double>> before = rows((DifferentiableClassifier) model);
            List<List<Double>> after = rows(mutant);

            List<Integer> kept = IntStream.range(0, before.size())
                    .filter(id -> before.get(id).equals(after.get(id)))
                    .boxed()
                    .toList();
            // [PAD], [UNK], [CLS], [SEP], [MASK]: the first lines of vocab.txt.
            assertThat(kept).containsExactly(0, 1, 2, 3, 4);
            assertThat(after).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Shuffle.class)
    void canBeExplainedByEveryMethodOfTheirModel(Shuffle lost) {
        try (var mutant = (InspectableClassifier) ((MutableClassifier) SentimentModel.get()).mutant(lost, 1)) {
            Attribution attribution = AttributionRequest.of(mutant, TEXT, new IntegratedGradients())
                    .attribution();

            assertThat(attribution.convergence().converged()).isTrue();
            assertThat(attribution.maxMagnitude()).isPositive();
            assertThat(mutant.layers()).isEqualTo(((InspectableClassifier) SentimentModel.get()).layers());
            assertThat(mutant.labels()).isEqualTo(SentimentModel.get().labels());
            assertThat(mutant.facts().name()).startsWith("sentiment (").endsWith(" shuffled, seed 1)");
        }
    }

    @ParameterizedTest
    @EnumSource(Shuffle.class)
    void ofArchivesHaveTheSameScoresByBothRoutes(Shuffle lost) {
        try (MutableClassifier model = load(Fixtures.SENTIMENT_TRACED);
                var mutant = (DifferentiableClassifier) model.mutant(lost, 1)) {
            TokenizedText text = mutant.tokenize(TEXT);
            double[] input = mutant.embed(text, Baseline.PAD).input();

            assertThat(mutant.function(text).scores(new double[][] {input})[0])
                    .containsExactly(mutant.predict(text).scores().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray());
        }
    }

    @Test
    void ofArchivesLeaveNoFileBehind() throws IOException {
        try (MutableClassifier model = load(Fixtures.SENTIMENT_TRACED)) {
            List<Path> before = files();
            model.mutant(Shuffle.WEIGHTS, 1).close();
            assertThat(files()).isEqualTo(before);
        }
    }

    /** Copies the files of the embedded checkpoint. */
    private Path checkpoint(String name) throws IOException {
        Path copy = Files.createDirectories(directory.resolve(name));
        Path original =
                new ModelLocation(any -> Optional.empty(), new ModelCache(directory)).resolve(Fixtures.SENTIMENT);
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        return copy;
    }

    /** Exchanges two numbers among the last bytes of the weights, which are float32. */
    private static void change(Path checkpoint) throws IOException {
        Path weights = checkpoint.resolve("model.safetensors");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(weights));
        int last = bytes.capacity() - Float.BYTES;
        int first = last - 100 * Float.BYTES;
        int kept = bytes.getInt(last);
        bytes.putInt(last, bytes.getInt(first)).putInt(first, kept);
        Files.write(weights, bytes.array());
    }

    @Test
    void followTheContentOfTheirCheckpointAndNotItsPlace() throws IOException {
        Path changed = checkpoint("changed");
        change(changed);
        try (MutableClassifier one = load(checkpoint("one").toString());
                MutableClassifier other = load(checkpoint("other").toString());
                MutableClassifier another = load(changed.toString())) {
            for (Shuffle lost : Shuffle.values()) {
                assertThat(scores(other, lost, 1))
                        .isEqualTo(scores(one, lost, 1))
                        .isNotEqualTo(scores(another, lost, 1));
            }
        }
    }

    /** Else they would be mutants of another model than the one that the tests were about. */
    @Test
    void areNotMadeOfACheckpointThatWasChangedSinceItWasLoaded() throws IOException {
        Path checkpoint = checkpoint("reviews");
        try (MutableClassifier model = load(checkpoint.toString())) {
            Files.writeString(checkpoint.resolve("train.log"), "done");
            model.mutant(Shuffle.WEIGHTS, 1).close();
            change(checkpoint);
            assertThatThrownBy(() -> model.mutant(Shuffle.WEIGHTS, 1))
                    .isInstanceOf(ModelLoadException.class)
                    .hasMessage(
                            "The files of the checkpoint " + checkpoint + " were changed since the model was loaded."
                                    + " Run the tests again when they are written to their end.");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"distilbert-frozen", "bag-scripted", "bag-tied", "bag-double", "bag-softmax"})
    void areMadeOfEveryKindOfArchive(String archive) throws IOException {
        try (TorchClassifier model = ScriptFolder.of(archive, directory).load()) {
            List<Double> own = model.predict(TEXT).scores();
            for (Shuffle lost : Shuffle.values()) {
                try (var mutant = model.mutant(lost, 1)) {
                    assertThat(mutant.predict(TEXT).scores()).isNotEqualTo(own);
                    assertThat(mutant.predict(TEXT).kind())
                            .isEqualTo(model.predict(TEXT).kind());
                }
            }
        }
    }

    @Test
    void outliveTheirModel() {
        MutableClassifier model = load(Fixtures.SENTIMENT);
        List<Double> expected = scores(model, Shuffle.WEIGHTS, 1);
        try (var mutant = model.mutant(Shuffle.WEIGHTS, 1)) {
            model.close();
            assertThat(mutant.predict(TEXT).scores()).isEqualTo(expected);
        }
    }
}
