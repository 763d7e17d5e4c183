package io.github.junitattrib.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.torch.checkpoint.ConfigFile;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of a checkpoint that are no files, have no end or are more than they can be. */
@DisabledOnOs(OS.WINDOWS)
class UnreadableFilesTest {

    @TempDir
    Path directory;

    static List<String> files() {
        return List.of(
                "config.json",
                "tokenizer.json",
                "tokenizer_config.json",
                "special_tokens_map.json",
                "added_tokens.json",
                "model.safetensors");
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusesAPipe(String name) throws Exception {
        Path file = without(name);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();

        assertRefused(file, "a pipe or a device, not a file");
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusesADeviceWithoutEnd(String name) throws IOException {
        Path file = without(name);
        Files.createSymbolicLink(file, Path.of("/dev/zero"));

        assertRefused(file, "a pipe or a device, not a file");
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusesALinkThatLeadsNowhere(String name) throws IOException {
        Path file = without(name);
        Files.createSymbolicLink(file, directory.resolve("blobs/0123"));

        assertRefused(file, "a link that leads nowhere");
    }

    @Test
    void followsALink(@TempDir Path elsewhere) throws IOException {
        new TinyCheckpoint().write(directory);
        Path blob = Files.move(directory.resolve("config.json"), elsewhere.resolve("0123"));
        Files.createSymbolicLink(directory.resolve("config.json"), blob);

        try (TextClassifier model = load()) {
            assertThat(model.labels()).containsExactly("NEGATIVE", "POSITIVE");
        }
    }

    @Test
    void refusesALinkThatLeadsNowhereBesideAnArchive() throws IOException {
        Files.createSymbolicLink(directory.resolve("config.json"), directory.resolve("blobs/0123"));

        assertThatThrownBy(() -> ConfigFile.readIfThere(directory.resolve("config.json")))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("a link that leads nowhere");
    }

    @Test
    void refusesAConfigOfTooManyBytes() throws IOException {
        Path file = Files.writeString(directory.resolve("config.json"), "{" + " ".repeat(17 << 20) + "}");

        assertThatThrownBy(() -> JsonFile.read(file))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("has more than " + (16 << 20) + " bytes");
    }

    @Test
    void refusesATreeOfTooManyParts() throws IOException {
        Path file =
                Files.writeString(directory.resolve("tokenizer.json"), "{\"x\":[" + "{},".repeat(5_000_000) + "{}]}");

        assertThatThrownBy(() -> JsonFile.read(file))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("cannot be read as JSON")
                .hasMessageContaining("10000000");
    }

    @Test
    void saysThatTheThreadWasInterrupted() {
        new TinyCheckpoint().write(directory);
        Thread.currentThread().interrupt();
        ModelLoadException refusal;
        try {
            refusal = catchThrowableOfType(ModelLoadException.class, () -> WeightFiles.open(directory));
        } finally {
            Thread.interrupted();
        }

        assertThat(refusal)
                .hasMessageContaining("model.safetensors cannot be read: the thread was interrupted meanwhile. Load");
    }

    private Path without(String name) throws IOException {
        new TinyCheckpoint().write(directory);
        Files.deleteIfExists(directory.resolve(name));
        return directory.resolve(name);
    }

    private void assertRefused(Path file, String what) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThatThrownBy(this::load)
                        .isInstanceOf(ModelLoadException.class)
                        .hasMessageContaining(file + " cannot be read: it is " + what));
    }

    private TextClassifier load() {
        return new HuggingFaceLoader().load(directory, "tiny", new DeviceChoice("cpu"));
    }
}
