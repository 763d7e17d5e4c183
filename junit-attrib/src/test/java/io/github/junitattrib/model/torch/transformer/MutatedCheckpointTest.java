package io.github.junitattrib.model.torch.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.torch.HuggingFaceLoader;
import io.github.junitattrib.model.torch.TinyCheckpoint;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import io.github.junitattrib.model.torch.engine.TorchEngine;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checkpoints with one value or bit changed either compute finite scores or are refused with the file and a reason. */
class MutatedCheckpointTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MORE_KEYS =
            List.of("problem_type", "id2label", "label2id", "is_decoder", "pruned_heads", "attention_head_size");

    @TempDir
    Path directory;

    static Stream<Path> checkpoints() {
        return Stream.of("roberta", "distilbert", "albert-groups", "mpnet", "deberta-v2-conv")
                .map(name -> FamiliesReferenceTest.embedded().resolve(name));
    }

    static List<JsonNode> values() {
        JsonNodeFactory json = JSON.getNodeFactory();
        return List.of(
                json.nullNode(),
                json.numberNode(-1),
                json.numberNode(0),
                json.numberNode(1),
                json.numberNode(5),
                json.numberNode(1 << 30),
                json.numberNode(1L << 40),
                json.numberNode(0.5),
                json.numberNode(Double.MAX_VALUE),
                json.booleanNode(true),
                json.booleanNode(false),
                json.textNode(""),
                json.textNode("x"),
                json.arrayNode().add(1),
                json.objectNode(),
                json.objectNode().put("0", "a"));
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void computesOrRefusesWhateverAKeyOfTheConfigSays(Path checkpoint) throws IOException {
        ObjectNode original = JsonFile.read(checkpoint.resolve("config.json"));
        Set<String> keys = new TreeSet<>(MORE_KEYS);
        original.fieldNames().forEachRemaining(keys::add);
        WeightFiles weights = WeightFiles.open(checkpoint);
        Path file = directory.resolve("config.json");
        int refused = 0;
        for (String key : keys) {
            for (JsonNode value : values()) {
                Files.writeString(file, original.deepCopy().set(key, value).toString());
                Optional<String> refusal = refusal(file, weights, key + " " + value);
                refusal.ifPresent(message -> assertThat(message).containsAnyOf(file.toString(), checkpoint.toString()));
                refused += refusal.isPresent() ? 1 : 0;
            }
        }
        assertThat(refused).isBetween(100, keys.size() * values().size() - 100);
    }

    private static Optional<String> refusal(Path config, WeightFiles weights, String mutation) {
        try (NDManager manager = TorchRuntime.newManager(TorchEngine.start(new DeviceChoice("cpu")))) {
            CheckpointConfig read = CheckpointConfig.read(config);
            TransformerNetwork network = new TransformerNetwork(read, weights, manager);
            assertThat(read.labels().of(network.classes())).hasSize(network.classes());
            long[] ids = new long[Math.min(9, read.limit())];
            Arrays.setAll(ids, i -> i % network.vocabulary());
            float[] scores = TorchRuntime.withoutGradients(
                    manager,
                    scope -> network.scores(TorchRuntime.ids(scope, ids)).toFloatArray());
            for (float score : scores) {
                assertThat(score).as(mutation).isFinite();
            }
            return Optional.empty();
        } catch (ModelLoadException e) {
            return Optional.ofNullable(e.getMessage());
        } catch (RuntimeException e) {
            return fail(mutation, e);
        }
    }

    @Test
    void computesOrRefusesWhateverBitOfTheWeightsIsWrong() throws IOException {
        new TinyCheckpoint().write(directory);
        Path file = directory.resolve("model.safetensors");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        int refused = 0;
        int computed = 0;
        for (int round = 0; round < 400; round++) {
            byte[] bytes = whole.clone();
            int bit = random.nextInt(8 * bytes.length);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, bytes);
            try (var model = new HuggingFaceLoader().load(directory, "tiny", new DeviceChoice("cpu"))) {
                assertThat(model.predict("it was great").scores()).allMatch(Double::isFinite);
                computed++;
            } catch (ModelLoadException e) {
                assertThat(e)
                        .message()
                        .containsAnyOf(file.toString(), "Model tiny gives scores that are no finite numbers");
                refused++;
            }
        }
        // The header is longer than the numbers of so small a model.
        assertThat(refused).isGreaterThan(100);
        assertThat(computed).isGreaterThan(50);
    }
}
