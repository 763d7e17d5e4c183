package io.github.junitattrib.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights in several files with an index. */
class ShardedWeightsTest {

    private static final String FIRST = "model-00001-of-00002.safetensors";
    private static final String SECOND = "model-00002-of-00002.safetensors";

    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        shard(FIRST, "a", 1);
        shard(SECOND, "b", 2);
        index(new ObjectMapper().createObjectNode().put("a", FIRST).put("b", SECOND));
    }

    @Test
    void readsEachTensorFromItsShard() {
        WeightFiles files = WeightFiles.open(directory);

        assertThat(files.names()).containsExactlyInAnyOrder("a", "b");
        assertThat(files.path()).isEqualTo(directory.resolve("model.safetensors.index.json"));
        assertThat(files.path("b")).isEqualTo(directory.resolve(SECOND));
        assertThat(read(files, "a")).isEqualTo(1);
        assertThat(read(files, "b")).isEqualTo(2);
    }

    @Test
    void prefersTheSingleFileAsTransformersDoes() {
        shard("model.safetensors", "a", 3);

        assertThat(read(WeightFiles.open(directory), "a")).isEqualTo(3);
    }

    @Test
    void namesTheIndexAndSomeTensorsWhereOneIsMissing() {
        WeightFiles files = WeightFiles.open(directory);

        assertThatThrownBy(() -> files.shape("bert.pooler.dense.weight"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("The weights " + directory.resolve("model.safetensors.index.json")
                        + " have no tensor bert.pooler.dense.weight. Check that config.json belongs to them; they hold"
                        + " 2 tensors, such as [a, b].");
    }

    @Test
    void refusesAMissingShard() throws IOException {
        Files.delete(directory.resolve(SECOND));

        assertRefused("The model has no file " + directory.resolve(SECOND), "which holds tensor b", "Copy all files");
    }

    @Test
    void refusesAShardWithoutItsTensor() {
        shard(SECOND, "c", 2);

        assertRefused("says that tensor b is in " + directory.resolve(SECOND) + ", but it is not", "Copy all files");
    }

    @Test
    void refusesABrokenShard() throws IOException {
        Files.write(directory.resolve(SECOND), new byte[12]);

        assertRefused("The weights " + directory.resolve(SECOND) + " are broken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../model-00001-of-00002.safetensors",
                "/etc/passwd",
                "inside/a.safetensors",
                "inside\\a.safetensors",
                "a.bin",
                "a.safetensors/",
                "a\u0000.safetensors",
                "..",
                ""
            })
    void refusesAShardThatIsNoPlainFileName(String name) throws IOException {
        index(new ObjectMapper().createObjectNode().put("a", name));

        assertRefused("gives tensor a the file \"" + name + "\", which is no plain name");
    }

    @Test
    void refusesAnIndexWithoutAMap() throws IOException {
        for (String text :
                new String[] {"{}", "{\"weight_map\":{}}", "{\"weight_map\":[\"a\"]}", "{\"weight_map\":3}"}) {
            Files.writeString(directory.resolve("model.safetensors.index.json"), text);

            assertRefused("model.safetensors.index.json has no weight_map");
        }
    }

    @Test
    void refusesAnIndexThatIsNoJson() throws IOException {
        for (String text : new String[] {"", "[]", "{", "[".repeat(10_000)}) {
            Files.writeString(directory.resolve("model.safetensors.index.json"), text);

            assertRefused("model.safetensors.index.json", "Copy the model again.");
        }
    }

    @Test
    void refusesShardsOfPicklesWithTheCommandThatConvertsThem() throws IOException {
        Files.move(
                directory.resolve("model.safetensors.index.json"), directory.resolve("pytorch_model.bin.index.json"));

        assertRefused("has no model.safetensors, but a pytorch_model.bin", "python -c");
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> WeightFiles.open(directory))
                .isExactlyInstanceOf(ModelLoadException.class)
                .hasMessageContainingAll(parts);
    }

    private static float read(WeightFiles files, String name) {
        ByteBuffer number = SafetensorsWriter.little(4);
        assertThat(files.shape(name)).containsExactly(1);
        assertThat(files.read(name, number)).isTrue();
        return number.getFloat(0);
    }

    private void shard(String file, String tensor, float number) {
        new SafetensorsWriter().floats(tensor, new long[] {1}, number).write(directory.resolve(file));
    }

    private void index(ObjectNode map) throws IOException {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.putObject("metadata").put("total_size", 8);
        json.set("weight_map", map);
        Files.writeString(directory.resolve("model.safetensors.index.json"), json.toString());
    }
}
