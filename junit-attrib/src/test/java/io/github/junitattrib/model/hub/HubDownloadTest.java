package io.github.junitattrib.model.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from a server on this machine that behaves as the Hugging Face hub, well and badly. */
class HubDownloadTest {

    private static final byte[] WEIGHTS = FakeHub.weights();

    @TempDir
    private Path directory;

    private FakeHub server;
    private Variables variables;
    private Path repository;

    @BeforeEach
    void start() throws IOException {
        use(FakeHub.withModel());
    }

    private void use(FakeHub other) {
        server = other;
        variables = new Variables(directory)
                .with("HF_HUB_CACHE", directory.resolve("cache"))
                .with("HF_ENDPOINT", server.hub().uri());
        repository = directory.resolve("cache/models--owner--name");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        try (Stream<Path> beside = Files.list(directory)) {
            assertThat(beside.filter(file -> !file.endsWith("cache")))
                    .as("nothing is written outside the cache")
                    .isEmpty();
        }
    }

    private Path download(String location) {
        return variables.hub(true).directory(location);
    }

    private Path weightsBlob() {
        return repository.resolve("blobs").resolve(FakeHub.sha256(WEIGHTS));
    }

    private Path partial() {
        return weightsBlob().resolveSibling(FakeHub.sha256(WEIGHTS) + ".junit-attrib.incomplete");
    }

    private void assertWhole(Path snapshot) {
        assertThat(snapshot.resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(snapshot.resolve("config.json")).hasContent("{\"model_type\": \"bert\"}");
        assertThat(names(snapshot))
                .containsExactly("config.json", "model.safetensors", "special_tokens_map.json", "tokenizer.json");
        assertThat(names(repository.resolve("blobs"))).noneMatch(name -> name.endsWith(".incomplete"));
    }

    private static List<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : Stream.of(names).sorted().toList();
    }

    @Test
    void writesTheLayoutThatTheToolsOfTheHubShare() throws IOException {
        Path snapshot = download("hf:owner/name");

        assertThat(snapshot).isEqualTo(repository.resolve("snapshots").resolve(FakeHub.COMMIT));
        assertWhole(snapshot);
        assertThat(repository.resolve("refs/main")).hasContent(FakeHub.COMMIT);
        assertThat(Files.readSymbolicLink(snapshot.resolve("model.safetensors")))
                .isEqualTo(Path.of("../../blobs").resolve(FakeHub.sha256(WEIGHTS)));
        assertThat(Files.readSymbolicLink(snapshot.resolve("tokenizer.json")))
                .isEqualTo(Path.of("../../blobs").resolve(FakeHub.gitName("{\"version\": \"1.0\"}".getBytes(UTF_8))));
        assertThat(names(repository)).containsExactly("blobs", "refs", "snapshots");
    }

    @Test
    void downloadsNothingThatAModelDoesNotNeed() {
        download("hf:owner/name");

        assertThat(server.hub().requests())
                .noneMatch(request -> request.path().contains("pytorch_model.bin"))
                .noneMatch(request -> request.path().contains("README.md"))
                .noneMatch(request -> request.path().contains("onnx"));
    }

    @Test
    void isOfflineTheSecondTime() {
        Path first = download("hf:owner/name");
        int requests = server.requests();

        assertThat(download("hf:owner/name")).isEqualTo(first);
        assertThat(variables.hub(false).directory("hf:owner/name")).isEqualTo(first);
        assertThat(server.requests()).isEqualTo(requests);
    }

    @Test
    void asksNobodyWhereDownloadingIsNotAllowed() {
        assertThatThrownBy(() -> variables.hub(false).directory("hf:owner/name"))
                .isInstanceOf(ModelLoadException.class);

        assertThat(server.requests()).isZero();
        assertThat(directory.resolve("cache")).doesNotExist();
    }

    @Test
    void takesABranchATagAndACommit() {
        String other = "a".repeat(40);
        server.revision("refs/pr/1", other).revision("v1.0+x", other);

        Path snapshot = download("hf:owner/name@refs/pr/1");
        assertThat(snapshot).hasFileName(other);
        assertWhole(snapshot);
        assertThat(repository.resolve("refs/refs/pr/1")).hasContent(other);
        assertThat(download("hf:owner/name@v1.0+x")).isEqualTo(snapshot);
        assertThat(repository.resolve("refs/v1.0+x")).hasContent(other);
        assertThat(server.store().gets("model.safetensors"))
                .as("the blobs are shared")
                .hasSize(1);
        assertThat(download("hf:owner/name@" + FakeHub.COMMIT)).hasFileName(FakeHub.COMMIT);
        assertThat(names(repository.resolve("refs"))).containsExactly("refs", "v1.0+x");
    }

    @Test
    void goesOnAfterACutConnection() {
        server.store().insteadOf("GET /signed/model.safetensors", WebServer.cut(WEIGHTS, 100_000));

        assertWhole(download("hf:owner/name"));

        List<WebServer.Request> gets = server.store().gets("model.safetensors");
        assertThat(gets).hasSize(2);
        assertThat(gets.get(0).range()).isEmpty();
        assertThat(gets.get(1).range())
                .hasValueSatisfying(range -> assertThat(range).matches("bytes=\\d+-"));
    }

    @Test
    void goesOnInTheNextRunWhereThisOneGaveUp() {
        List<WebServer.Handler> cuts = Collections.nCopies(5, WebServer.cut(WEIGHTS, 1000));
        server.store().insteadOf("GET /signed/model.safetensors", cuts.toArray(WebServer.Handler[]::new));
        assertThatThrownBy(() -> download("hf:owner/name"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The model hf:owner/name cannot be downloaded from "
                        + server.hub().uri() + ": ")
                .hasMessageEndingWith(
                        "Check the network and the proxy (-Dhttps.proxyHost=… -Dhttps.proxyPort=…), or get"
                                + " it with: hf download owner/name");
        assertThat(partial()).isNotEmptyFile();
        assertThat(repository.resolve("snapshots")).doesNotExist();

        assertWhole(download("hf:owner/name"));
        assertThat(server.store().gets("model.safetensors"))
                .hasSize(6)
                .last()
                .satisfies(request -> assertThat(request.range()).isPresent());
    }

    @Test
    void resumesAnIncompleteFileWithARange() throws IOException {
        leave(Arrays.copyOf(WEIGHTS, 250_000));

        assertWhole(download("hf:owner/name"));

        assertThat(server.store().gets("model.safetensors"))
                .singleElement()
                .satisfies(request -> assertThat(request.range()).hasValue("bytes=250000-"));
    }

    @Test
    void takesTheWholeFileFromAServerThatIgnoresRanges() throws IOException {
        leave(Arrays.copyOf(WEIGHTS, 250_000));
        server.store().insteadOf("GET /signed/model.safetensors", exchange -> WebServer.sendWhole(exchange, WEIGHTS));

        assertWhole(download("hf:owner/name"));
        assertThat(server.store().gets("model.safetensors")).hasSize(1);
    }

    @Test
    void startsAnewWhereTheServerHasNoSuchRange() throws IOException {
        leave(Arrays.copyOf(WEIGHTS, 250_000));
        server.store().insteadOf("GET /signed/model.safetensors", WebServer.status(416));

        assertWhole(download("hf:owner/name"));
        assertThat(server.store().gets("model.safetensors"))
                .extracting(WebServer.Request::range)
                .containsExactly(Optional.of("bytes=250000-"), Optional.empty());
    }

    @Test
    void startsAnewWhereTheServerSendsAnotherRange() throws IOException {
        leave(Arrays.copyOf(WEIGHTS, 250_000));
        server.store().insteadOf("GET /signed/model.safetensors", exchange -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-299999/300000");
            exchange.sendResponseHeaders(206, WEIGHTS.length);
            exchange.getResponseBody().write(WEIGHTS);
        });

        assertWhole(download("hf:owner/name"));
    }

    @Test
    void mendsAnIncompleteFileThatIsDamagedOrTooLong() throws IOException {
        byte[] damaged = Arrays.copyOf(WEIGHTS, 250_000);
        damaged[17]++;
        leave(damaged);
        assertWhole(download("hf:owner/name"));

        use(FakeHub.withModel());
        Files.delete(weightsBlob());
        leave(Arrays.copyOf(WEIGHTS, 300_001));
        assertWhole(download("hf:owner/name"));
    }

    @Test
    void needsNoRequestForAnIncompleteFileThatIsWhole() throws IOException {
        leave(WEIGHTS);

        assertWhole(download("hf:owner/name"));
        assertThat(server.store().requests()).isEmpty();
    }

    private void leave(byte[] content) throws IOException {
        Files.createDirectories(partial().getParent());
        Files.write(partial(), content);
    }

    @Test
    void leavesTheIncompleteFileOfTheHubsOwnToolAlone() throws IOException {
        Path theirs = weightsBlob().resolveSibling(FakeHub.sha256(WEIGHTS) + ".incomplete");
        Files.createDirectories(theirs.getParent());
        Files.writeString(theirs, "being written");

        Path snapshot = download("hf:owner/name");

        assertThat(snapshot.resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(theirs).hasContent("being written");
    }

    @Test
    void deletesAFileThatArrivedChanged() {
        byte[] changed = WEIGHTS.clone();
        changed[17]++;
        server.store().insteadOf("GET /signed/model.safetensors", exchange -> WebServer.send(exchange, changed));

        assertThatThrownBy(() -> download("hf:owner/name"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("the file arrived changed: its SHA-256 is " + FakeHub.sha256(changed)
                        + " instead of " + FakeHub.sha256(WEIGHTS) + ", so it was deleted. Try again;");
        assertThat(partial()).doesNotExist();
        assertThat(weightsBlob()).doesNotExist();
        assertThat(repository.resolve("snapshots")).doesNotExist();
        assertWhole(download("hf:owner/name"));
    }

    @Test
    void verifiesSmallFilesToo() {
        byte[] changed = "{\"model_type\": \"gert\"}".getBytes(UTF_8);
        server.hub()
                .insteadOf(
                        "GET /api/resolve-cache/models/owner/name/" + FakeHub.COMMIT + "/config.json",
                        exchange -> WebServer.send(exchange, changed));

        assertRefused("its SHA-1 is " + FakeHub.gitName(changed));
        assertWhole(download("hf:owner/name"));
    }

    @Test
    void mendsAFileOfWhichTheServerFirstSentSomethingElse() {
        server.hub()
                .insteadOf(
                        "GET /api/resolve-cache/models/owner/name/" + FakeHub.COMMIT + "/config.json",
                        exchange -> WebServer.send(exchange, "[]".getBytes(UTF_8)));

        assertWhole(download("hf:owner/name"));
    }

    @Test
    void stopsAServerThatSendsMoreThanItAnnounced() {
        byte[] endless = Arrays.copyOf(WEIGHTS, 10 * WEIGHTS.length);
        server.store().insteadOf("GET /signed/model.safetensors", exchange -> WebServer.send(exchange, endless));

        assertWhole(download("hf:owner/name"));
    }

    @Test
    void showsTheTokenToTheHubAlone() {
        variables.with("HF_TOKEN", "hf_secret");

        assertWhole(download("hf:owner/name"));

        assertThat(server.hub().requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.authorization()).hasValue("Bearer hf_secret"));
        assertThat(server.store().requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.authorization()).isEmpty());
    }

    @Test
    void followsTheRedirectOfARenamedRepository() {
        server.hub().insteadOf("GET /api/models/old/name/revision/main", exchange -> {
            exchange.getResponseHeaders().set("Location", "/api/models/owner/name/revision/main");
            exchange.sendResponseHeaders(307, -1);
        });
        for (String file : List.of("config.json", "model.safetensors", "tokenizer.json", "special_tokens_map.json")) {
            WebServer.Handler redirect = exchange -> {
                exchange.getResponseHeaders().set("Location", "/owner/name/resolve/" + FakeHub.COMMIT + "/" + file);
                exchange.sendResponseHeaders(308, -1);
            };
            server.hub().insteadOf("/old/name/resolve/" + FakeHub.COMMIT + "/" + file, redirect, redirect);
        }

        Path snapshot = download("hf:old/name");

        assertThat(snapshot).startsWith(directory.resolve("cache/models--old--name"));
        repository = directory.resolve("cache/models--old--name");
        assertWhole(snapshot);
    }

    @Test
    void triesAgainWhenTheHubIsBusy() {
        server.hub().insteadOf("/revision/main", WebServer.status(503), WebServer.status(429));
        server.hub().insteadOf("HEAD /owner/name/resolve/", WebServer.status(500), exchange -> {});

        assertWhole(download("hf:owner/name"));
    }

    @Test
    void givesUpOnAHubThatStaysBroken() {
        WebServer.Handler[] broken =
                Collections.nCopies(9, WebServer.status(502)).toArray(WebServer.Handler[]::new);
        server.hub().insteadOf("/revision/main", broken);

        assertRefused("HTTP status 502 from " + server.hub().uri()
                + "/api/models/owner/name/revision/main. Try again later, or get it with: hf download owner/name");
        assertThat(server.hub().requests()).hasSize(5);
    }

    @Test
    void givesUpOnAServerThatFallsSilent() {
        CountDownLatch end = new CountDownLatch(1);
        WebServer.Handler silent = exchange -> {
            exchange.sendResponseHeaders(200, WEIGHTS.length);
            exchange.getResponseBody().write(WEIGHTS, 0, 1000);
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        server.store().insteadOf("GET /signed/model.safetensors", silent);
        variables.silence(Duration.ofMillis(300));
        try {
            // The second attempt goes on where the first fell silent.
            assertWhole(download("hf:owner/name"));
        } finally {
            end.countDown();
        }
        assertThat(server.store().gets("model.safetensors"))
                .extracting(WebServer.Request::range)
                .containsExactly(Optional.empty(), Optional.of("bytes=1000-"));
    }

    @Test
    void saysThatTheHubCannotBeReached() throws IOException {
        URI nobody;
        try (WebServer gone = new WebServer(WebServer.status(200))) {
            nobody = gone.uri();
        }
        variables.with("HF_ENDPOINT", nobody);

        assertThatThrownBy(() -> download("hf:owner/name"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith(
                        "The model hf:owner/name cannot be downloaded from " + nobody + ": ConnectException")
                .hasMessageEndingWith("or get it with: hf download owner/name");
    }

    @Test
    void saysThatThereIsNoSuchRepositoryOrRevision() {
        assertThatThrownBy(() -> download("hf:owner/nobody"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("The model hf:owner/nobody cannot be downloaded from "
                        + server.hub().uri()
                        + ": HTTP status 401 from " + server.hub().uri()
                        + "/api/models/owner/nobody/revision/main (says the hub). The hub has no repository owner/nobody"
                        + " with the revision main, or does not show it. Check the name; for a private one set HF_TOKEN"
                        + " (no token is set).");
        assertThatThrownBy(() -> download("hf:owner/name@v9"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageEndingWith("(says the hub). The repository owner/name has no branch, tag or commit v9. Check"
                        + " the revision.");
        assertThat(names(directory.resolve("cache"))).containsExactly(".locks");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void saysThatARepositoryIsGated(int status) {
        server.hub().insteadOf("HEAD /owner/name/resolve/", FakeHub.refusal("GatedRepo", status));
        variables.with("HF_TOKEN", "hf_secret");

        assertThatThrownBy(() -> download("hf:owner/name"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageNotContaining("hf_secret")
                .hasMessageEndingWith("The repository is gated: accept its terms on "
                        + server.hub().uri()
                        + "/owner/name and set HF_TOKEN to a token that may read it (a token is set).");
    }

    @Test
    void refusesPickledWeightsWithoutDownloadingThem() {
        server.without("model.safetensors");

        assertThatThrownBy(() -> download("hf:owner/name"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith(
                        "The repository hf:owner/name of " + server.hub().uri()
                                + " has no model.safetensors, but a pytorch_model.bin, which can run code when it is read."
                                + " Convert it: python -c \"from transformers import");
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void downloadsWeightsInSeveralFiles() {
        byte[] second = Arrays.copyOf(WEIGHTS, 5000);
        server.without("model.safetensors")
                .large("model-00001-of-00002.safetensors", WEIGHTS)
                .large("model-00002-of-00002.safetensors", second)
                .large("model-00003-of-00002.safetensors", second)
                .file(
                        "model.safetensors.index.json",
                        "{\"weight_map\": {\"a\": \"model-00001-of-00002.safetensors\", \"b\":"
                                + " \"model-00002-of-00002.safetensors\", \"c\": \"model-00001-of-00002.safetensors\"}}");

        Path snapshot = download("hf:owner/name");

        assertThat(names(snapshot))
                .containsExactly(
                        "config.json",
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors",
                        "model.safetensors.index.json",
                        "special_tokens_map.json",
                        "tokenizer.json");
        assertThat(snapshot.resolve("model-00002-of-00002.safetensors")).hasBinaryContent(second);
    }

    @Test
    void downloadsATorchScriptArchive() {
        server.without("model.safetensors").large("name.pt", WEIGHTS).file("serving.properties", "engine=PyTorch");

        assertThat(names(download("hf:owner/name")))
                .containsExactly(
                        "config.json", "name.pt", "serving.properties", "special_tokens_map.json", "tokenizer.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../model.safetensors",
                "/etc/model.safetensors",
                "..\\model.safetensors",
                "C:model.safetensors",
                "a/model.safetensors",
                "..safetensors/../x.safetensors"
            })
    void refusesAnIndexThatLeadsOutOfItsFolder(String shard) {
        server.without("model.safetensors")
                .file(
                        "model.safetensors.index.json",
                        "{\"weight_map\": {\"a\": \"" + shard.replace("\\", "\\\\") + "\"}}");

        assertRefused("the index names the file \"" + shard + "\", which is no .safetensors file beside it");
        assertThat(server.store().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.pt", "/x.pt", "..\\x.pt", "C:x.pt", "a/x.pt", "x\u0000.pt"})
    void takesNoFileOfAHostileName(String name) {
        server.without("model.safetensors")
                .without("pytorch_model.bin")
                .file("serving.properties", "engine=PyTorch")
                .listed(name);

        assertThatThrownBy(() -> download("hf:owner/name"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(" has neither model.safetensors nor ");
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "{\"sha\": \"../..\", \"siblings\": []}", "{\"sha\": \"" + FakeHub.COMMIT + "\"}"})
    void refusesAnAnswerThatIsNoHubs(String answer) {
        server.hub().insteadOf("/revision/main", exchange -> WebServer.send(exchange, answer.getBytes(UTF_8)));

        assertThatThrownBy(() -> download("hf:owner/name"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The model hf:owner/name cannot be downloaded from ");
        assertThat(names(directory.resolve("cache"))).containsExactly(".locks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../evil", "\"abc\"", ""})
    void refusesATagThatIsNoChecksum(String tag) {
        server.hub().insteadOf("HEAD /owner/name/resolve/", exchange -> {
            exchange.getResponseHeaders().set("X-Repo-Commit", FakeHub.COMMIT);
            exchange.getResponseHeaders().set("ETag", tag);
            WebServer.sendWhole(exchange, WEIGHTS);
        });

        assertRefused("has no checksum (X-Linked-Etag, or X-Repo-Commit and ETag), so it is no hub's");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example/x", "http://", "::", "/x y"})
    void refusesARedirectToWhatIsNoWebAddress(String target) {
        server.store().insteadOf("GET /signed/model.safetensors", redirects(target));

        assertRefused("a redirect of localhost leads to no ");
    }

    private static WebServer.Handler[] redirects(String target) {
        WebServer.Handler redirect = exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
        };
        return Collections.nCopies(100, redirect).toArray(WebServer.Handler[]::new);
    }

    @Test
    void endsACircleOfRedirects() {
        server.store().insteadOf("GET /signed/model.safetensors", redirects("/signed/model.safetensors"));

        assertRefused("more than 10 redirects from " + server.hub().uri());
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> download("hf:owner/name"))
                .isExactlyInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The model hf:owner/name cannot be downloaded from "
                        + server.hub().uri())
                .hasMessageContaining(reason);
        assertThat(repository.resolve("snapshots")).doesNotExist();
    }

    @Test
    void completesASnapshotThatIsThereInPart() throws IOException {
        Path snapshot = download("hf:owner/name");
        Files.delete(snapshot.resolve("tokenizer.json"));
        Files.delete(weightsBlob());
        int before = server.store().requests().size();

        assertWhole(download("hf:owner/name"));

        assertThat(server.store().requests()).as("the link dangled").hasSize(before + 1);
        Files.delete(snapshot.resolve("config.json"));
        assertWhole(download("hf:owner/name"));
        assertThat(server.store().requests()).as("the blobs are there").hasSize(before + 1);
    }

    @Test
    void replacesADamagedBlobWhenItCompletesASnapshot() throws IOException {
        Path snapshot = download("hf:owner/name");
        Files.delete(snapshot.resolve("config.json"));
        Files.write(weightsBlob(), Arrays.copyOf(WEIGHTS, 10));

        assertWhole(download("hf:owner/name"));
    }

    @Test
    void keepsPlainFilesOfASnapshotWithoutLinks() throws IOException {
        Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve(FakeHub.COMMIT));
        Files.write(snapshot.resolve("model.safetensors"), WEIGHTS);

        assertWhole(download("hf:owner/name"));

        assertThat(server.store().requests()).isEmpty();
        assertThat(snapshot.resolve("model.safetensors")).isRegularFile().isReadable();
        assertThat(Files.isSymbolicLink(snapshot.resolve("model.safetensors"))).isFalse();
        assertThat(weightsBlob()).doesNotExist();
    }

    @Test
    void reportsACacheThatCannotBeWritten() throws IOException {
        // A file in the directory's place stands for missing rights, which root would have all the same.
        Files.writeString(directory.resolve("cache"), "no directory");

        assertThatThrownBy(() -> download("hf:owner/name"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageEndingWith("Free space in " + directory.resolve("cache")
                        + " and make it writable, or set HF_HUB_CACHE to another directory.");
    }

    @Test
    void reportsABlobThatCannotBeWritten() throws IOException {
        Files.createDirectories(partial().resolve("in the way"));

        assertThatThrownBy(() -> download("hf:owner/name"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("or set HF_HUB_CACHE to another directory.");
        assertThat(server.store().gets("model.safetensors"))
                .as("asking again would not help")
                .hasSizeLessThan(2);
    }

    @Test
    void downloadsOnceForManyThreads() throws Exception {
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Path>> snapshots = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                snapshots.add(pool.submit(() -> {
                    start.await();
                    return download("hf:owner/name");
                }));
            }
            for (Future<Path> snapshot : snapshots) {
                assertWhole(snapshot.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(server.store().gets("model.safetensors")).hasSize(1);
        assertThat(server.hub().gets("/revision/main")).hasSize(1);
    }
}
