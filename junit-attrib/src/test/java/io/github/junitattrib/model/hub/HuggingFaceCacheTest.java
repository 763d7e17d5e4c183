package io.github.junitattrib.model.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the cache is found without the network, and what is not there is told. */
class HuggingFaceCacheTest {

    private static final String OTHER = "f".repeat(40);

    @TempDir
    private Path directory;

    private Path repository;
    private Variables variables;
    private FakeHub server;

    @BeforeEach
    void start() throws IOException {
        server = FakeHub.withModel();
        repository = directory.resolve("hub/models--owner--name");
        variables = new Variables(directory)
                .with("HF_HOME", directory)
                .with("HF_ENDPOINT", server.hub().uri());
    }

    @AfterEach
    void nothingTouchedTheNetwork() {
        int requests = server.requests();
        server.close();
        assertThat(requests).isZero();
    }

    private Path snapshot(String commit, String... files) throws IOException {
        Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve(commit));
        Path blobs = Files.createDirectories(repository.resolve("blobs"));
        for (String file : files) {
            Path blob = Files.writeString(blobs.resolve(FakeHub.gitName(file.getBytes(UTF_8))), file);
            Files.createSymbolicLink(snapshot.resolve(file), snapshot.relativize(blob));
        }
        return snapshot;
    }

    private Path whole(String commit) throws IOException {
        return snapshot(commit, "config.json", "model.safetensors", "tokenizer.json");
    }

    private void reference(String revision, String content) throws IOException {
        Path file = repository.resolve("refs").resolve(revision);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Path find(String location) {
        return variables.hub(false).directory(location);
    }

    @Test
    void findsMainABranchATagAndACommit() throws IOException {
        Path main = whole(FakeHub.COMMIT);
        Path other = whole(OTHER);
        reference("main", FakeHub.COMMIT);
        reference("refs/pr/1", OTHER);
        reference("v1.0", OTHER + "\n");

        assertThat(find("hf:owner/name")).isEqualTo(main);
        assertThat(find("hf:owner/name@main")).isEqualTo(main);
        assertThat(find("hf:owner/name@refs/pr/1")).isEqualTo(other);
        assertThat(find("hf:owner/name@v1.0")).isEqualTo(other);
        assertThat(find("hf:owner/name@" + OTHER)).isEqualTo(other);
    }

    @Test
    void takesWhatIsThereAlsoWhereDownloadingIsAllowed() throws IOException {
        Path main = whole(FakeHub.COMMIT);
        reference("main", FakeHub.COMMIT);

        assertThat(variables.hub(true).directory("hf:owner/name")).isEqualTo(main);
    }

    @Test
    void findsPlainFilesWhereThereAreNoLinks() throws IOException {
        Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve(OTHER));
        for (String file : List.of("config.json", "model.safetensors", "vocab.txt")) {
            Files.writeString(snapshot.resolve(file), file);
        }

        assertThat(find("hf:owner/name@" + OTHER)).isEqualTo(snapshot);
    }

    @Test
    void saysWhereItLookedAndHowToGetTheModel() {
        assertRefused(
                "hf:owner/name@v1",
                "The model hf:owner/name@v1 is not in the Hugging Face cache: there is no commit in "
                        + repository.resolve("refs/v1") + ". Get it with: hf download owner/name --revision v1 — or set"
                        + " attrib.download=true.");
    }

    @Test
    void namesTheRevisionsThatAreThere() throws IOException {
        whole(FakeHub.COMMIT);
        reference("v1.0", FakeHub.COMMIT);
        reference("refs/pr/1", FakeHub.COMMIT);

        assertRefusedFor(
                "hf:owner/name",
                "there is no commit in " + repository.resolve("refs/main") + "; the cache has refs/pr/1, v1.0, "
                        + FakeHub.COMMIT);
        assertRefusedFor(
                "hf:owner/name@" + OTHER,
                "there is no directory " + repository.resolve("snapshots").resolve(OTHER));
    }

    @Test
    void doesNotFollowAReferenceThatNamesNoCommit() throws IOException {
        reference("main", "../../../elsewhere");

        assertRefusedFor(
                "hf:owner/name", "there is no commit in " + repository.resolve("refs/main") + "; the cache has main");
    }

    @Test
    void forbidsTheDownloadWhereTheEnvironmentSaysOffline() {
        variables.with("HF_HUB_OFFLINE", "1");

        assertThatThrownBy(() -> variables.hub(true).directory("hf:owner/name"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageEndingWith("attrib.download is true, but HF_HUB_OFFLINE forbids it. Unset that, or get the"
                        + " model with: hf download owner/name");
    }

    @Test
    void refusesASnapshotThatIsThereInPart() throws IOException {
        reference("main", FakeHub.COMMIT);
        Path snapshot = snapshot(FakeHub.COMMIT, "config.json");

        assertRefusedFor("hf:owner/name", snapshot + " has neither model.safetensors nor ");
        snapshot(FakeHub.COMMIT, "model.safetensors");
        assertRefusedFor("hf:owner/name", snapshot + " has no tokenizer.json");
        Files.delete(snapshot.resolve("config.json"));
        snapshot(FakeHub.COMMIT, "tokenizer.json");
        assertRefusedFor("hf:owner/name", snapshot + " has no config.json");
    }

    @Test
    void refusesLinksToBlobsThatAreGone() throws IOException {
        reference("main", FakeHub.COMMIT);
        Path snapshot = whole(FakeHub.COMMIT);
        Files.delete(snapshot.resolve("model.safetensors").toRealPath());

        assertRefusedFor("hf:owner/name", snapshot + " has links to files that are gone: model.safetensors");
    }

    @Test
    void refusesWeightsOfWhichAPartIsMissing() throws IOException {
        reference("main", FakeHub.COMMIT);
        Path snapshot = snapshot(FakeHub.COMMIT, "config.json", "tokenizer.json", "model-1.safetensors");
        Path index = snapshot.resolve("model.safetensors.index.json");
        Files.writeString(index, "{\"weight_map\": {\"a\": \"model-1.safetensors\", \"b\": \"model-2.safetensors\"}}");

        assertRefusedFor("hf:owner/name", snapshot + " has no model-2.safetensors");
        snapshot(FakeHub.COMMIT, "model-2.safetensors");
        assertThat(find("hf:owner/name")).isEqualTo(snapshot);
        Files.writeString(index, "{\"weight_map\": {\"a\": \"../model-1.safetensors\"}}");
        assertRefusedFor("hf:owner/name", snapshot + " has a broken model.safetensors.index.json (the index names");
        Files.writeString(index, "{\"weight");
        assertRefusedFor("hf:owner/name", snapshot + " has a broken model.safetensors.index.json (");
    }

    private void assertRefusedFor(String location, String reason) {
        assertThatThrownBy(() -> find(location))
                .isExactlyInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The model " + location + " is not in the Hugging Face cache: " + reason)
                .hasMessageEndingWith("or set attrib.download=true.");
    }

    private void assertRefused(String location, String message) {
        assertThatThrownBy(() -> find(location))
                .isExactlyInstanceOf(ModelLoadException.class)
                .hasMessage(message);
    }
}
