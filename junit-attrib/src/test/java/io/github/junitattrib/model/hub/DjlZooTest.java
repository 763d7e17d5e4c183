package io.github.junitattrib.model.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.github.junitattrib.ModelLoadException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from a server on this machine that has the folders of DJL's model zoo. */
class DjlZooTest {

    private static final String FINBERT = "djl://ai.djl.huggingface.pytorch/ProsusAI/finbert";
    private static final String FOLDER = "model/nlp/text_classification/ai/djl/huggingface/pytorch/ProsusAI/finbert";

    @TempDir
    private Path directory;

    private final Map<String, byte[]> files = new TreeMap<>();
    private WebServer server;
    private Variables variables;
    private Path cached;

    @BeforeEach
    void start() throws IOException {
        server = new WebServer(this::answer);
        variables = new Variables(directory)
                .with("DJL_CACHE_DIR", directory.resolve("djl"))
                .with("DJL_REPO_URL", server.uri() + "/zoo");
        cached = directory.resolve("djl/cache/repo").resolve(FOLDER);
        byte[] archive = zip("finbert.pt", "tokenizer.json", "serving.properties");
        put(FOLDER + "/0.0.1/finbert.zip", archive);
        metadata(FOLDER, artifact("0.0.1", "finbert", item("0.0.1/finbert.zip", "", archive)));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        try (Stream<Path> beside = Files.list(directory)) {
            assertThat(beside.filter(file -> !file.endsWith("djl")))
                    .as("nothing is written outside the cache")
                    .isEmpty();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] content = files.get(exchange.getRequestURI().getPath());
        if (content == null) {
            exchange.sendResponseHeaders(403, -1);
        } else {
            WebServer.send(exchange, content);
        }
    }

    private byte[] archive() {
        return Objects.requireNonNull(files.get("/zoo/" + FOLDER + "/0.0.1/finbert.zip"));
    }

    private void put(String path, byte[] content) {
        files.put("/zoo/" + path, content);
    }

    private void metadata(String folder, String... artifacts) {
        put(
                folder + "/metadata.json",
                ("{\"metadataVersion\": \"0.2\", \"groupId\": \"ai.djl.huggingface.pytorch\", \"artifactId\":"
                                + " \"ProsusAI/finbert\", \"artifacts\": [" + String.join(", ", artifacts) + "]}")
                        .getBytes(UTF_8));
    }

    private static String artifact(String version, String name, String... items) {
        return "{\"version\": \"" + version + "\", \"name\": \"" + name + "\", \"files\": {" + String.join(", ", items)
                + "}}";
    }

    private static String item(String uri, String name, byte[] content) {
        return "\"" + uri + "\": {\"uri\": \"" + uri + "\", \"name\": \"" + name + "\", \"sha1Hash\": \""
                + sha1(content) + "\", \"size\": " + content.length + "}";
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path download(String location) {
        return variables.zoo(true).directory(location);
    }

    private static List<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : Stream.of(names).sorted().toList();
    }

    @Test
    void unpacksTheModelWhereDjlKeepsIt() throws IOException {
        Path model = download(FINBERT);

        assertThat(model).isEqualTo(cached.resolve("0.0.1/finbert"));
        assertThat(names(model)).containsExactly("finbert.pt", "serving.properties", "tokenizer.json");
        assertThat(model.resolve("finbert.pt")).hasContent("finbert.pt");
        assertThat(names(cached)).containsExactly("0.0.1", "metadata.json");
        assertThat(names(cached.resolve("0.0.1"))).containsExactly("finbert");
        // DJL fails on metadata in its cache without the date.
        var metadata =
                new ObjectMapper().readTree(cached.resolve("metadata.json").toFile());
        assertThat(metadata.path("lastUpdated").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(metadata.at("/artifacts/0/name").asText()).isEqualTo("finbert");
    }

    @Test
    void isOfflineTheSecondTime() {
        Path model = download(FINBERT);
        int requests = server.requests().size();

        assertThat(download(FINBERT)).isEqualTo(model);
        assertThat(variables.zoo(false).directory(FINBERT)).isEqualTo(model);
        assertThat(variables.zoo(false).directory(FINBERT + "/0.0.1")).isEqualTo(model);
        assertThat(variables.zoo(false).directory(FINBERT + "/0.0.1/finbert")).isEqualTo(model);
        assertThat(server.requests()).hasSize(requests);
    }

    @Test
    void asksNobodyWhereDownloadingIsNotAllowed() {
        assertThatThrownBy(() -> variables.zoo(false).directory(FINBERT))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage(
                        "The model " + FINBERT + " is not in DJL's cache: there is no "
                                + cached.resolve("metadata.json")
                                + "; there is no "
                                + directory.resolve(
                                        "djl/cache/repo/model/nlp/sentiment_analysis/ai/djl/huggingface/pytorch/"
                                                + "ProsusAI/finbert/metadata.json")
                                + ". Set attrib.download=true, or let DJL download it (DJL_CACHE_DIR says where its cache is).");
        variables.with("DJL_OFFLINE", "true");
        assertThatThrownBy(() -> download(FINBERT))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageEndingWith("attrib.download is true, but DJL_OFFLINE forbids it. Unset that.");
        assertThat(server.requests()).isEmpty();
        assertThat(directory.resolve("djl")).doesNotExist();
    }

    @Test
    void findsModelsOfSentimentAnalysisInSeveralFiles() throws IOException {
        String folder = "model/nlp/sentiment_analysis/ai/djl/pytorch/distilbert";
        byte[] vocabulary = gzip("[PAD]");
        put(folder + "/traced/0.0.1/vocab.txt.gz", vocabulary);
        byte[] archive = gzip("archive");
        put("elsewhere/traced.pt.gz", archive);
        byte[] plain = "engine=PyTorch".getBytes(UTF_8);
        put(folder + "/serving.properties", plain);
        metadata(
                folder,
                artifact(
                        "0.0.1",
                        "traced",
                        item("traced/0.0.1/vocab.txt.gz", "vocab.txt", vocabulary),
                        item(server.uri() + "/zoo/elsewhere/traced.pt.gz", "traced.pt", archive),
                        item("serving.properties", "serving.properties", plain)));

        Path model = download("djl://ai.djl.pytorch/distilbert");

        assertThat(names(model)).containsExactly("serving.properties", "traced.pt", "vocab.txt");
        assertThat(model.resolve("vocab.txt")).hasContent("[PAD]");
        assertThat(model.resolve("traced.pt")).hasContent("archive");
    }

    @Test
    void descendsIntoTheOneFolderOfAnArchive() throws IOException {
        byte[] archive = zip("inner/finbert.pt", "inner/tokenizer.json");
        put(FOLDER + "/0.0.1/finbert.zip", archive);
        metadata(FOLDER, artifact("0.0.1", "finbert", item("0.0.1/finbert.zip", "", archive)));

        assertThat(download(FINBERT)).isEqualTo(cached.resolve("0.0.1/finbert/inner"));
        assertThat(variables.zoo(false).directory(FINBERT)).isEqualTo(cached.resolve("0.0.1/finbert/inner"));
    }

    @Test
    void takesTheHighestVersionUnlessOneIsAskedFor() throws IOException {
        byte[] archive = zip("finbert.pt");
        List<String> artifacts = new ArrayList<>();
        for (String version : List.of("0.0.9", "0.0.10", "0.0.2")) {
            put(FOLDER + "/" + version + ".zip", archive);
            artifacts.add(artifact(version, "finbert", item(version + ".zip", "", archive)));
        }
        metadata(FOLDER, artifacts.toArray(String[]::new));

        assertThat(download(FINBERT)).isEqualTo(cached.resolve("0.0.10/finbert"));
        assertThat(download(FINBERT + "/0.0.9")).isEqualTo(cached.resolve("0.0.9/finbert"));
        assertThatThrownBy(() -> download(FINBERT + "/0.0.8"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(
                        "it has no " + FINBERT + "/0.0.8, but 0.0.10/finbert, 0.0.2/finbert, 0.0.9/finbert");
    }

    @Test
    void asksWhichOfSeveralModelsIsMeant() throws IOException {
        byte[] archive = zip("finbert.pt");
        put(FOLDER + "/a.zip", archive);
        metadata(
                FOLDER,
                artifact("0.0.1", "large", item("a.zip", "", archive)),
                artifact("0.0.1", "small", item("a.zip", "", archive)));

        assertRefused("it has several: 0.0.1/large, 0.0.1/small; write"
                + " djl://ai.djl.huggingface.pytorch/ProsusAI/finbert/0.0.1/name");
        assertThat(download(FINBERT + "/0.0.1/small")).isEqualTo(cached.resolve("0.0.1/small"));
    }

    @Test
    void goesOnAfterACutConnection() {
        server.insteadOf("finbert.zip", WebServer.cut(archive(), 50));

        assertThat(names(download(FINBERT))).hasSize(3);
        assertThat(server.gets("finbert.zip")).hasSize(2);
    }

    @Test
    void deletesAnArchiveThatArrivedChanged() {
        byte[] changed = archive().clone();
        changed[40]++;
        server.insteadOf("finbert.zip", exchange -> WebServer.send(exchange, changed));

        assertRefused("the file arrived changed: its SHA-1 is " + sha1(changed));
        assertThat(names(download(FINBERT))).hasSize(3);
    }

    @Test
    void refusesAnArchiveThatWouldLeaveItsFolder() throws IOException {
        byte[] archive = zip("tokenizer.json", "../../../../../../../../../evil");
        put(FOLDER + "/0.0.1/finbert.zip", archive);
        metadata(FOLDER, artifact("0.0.1", "finbert", item("0.0.1/finbert.zip", "", archive)));

        assertRefused("the archive has an entry that could leave its folder");
        assertThat(cached.resolve("0.0.1/finbert")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../x", "/x", "a/b", "a\\\\b", "C:x", "."})
    void refusesMetadataWhoseNamesWouldLeaveTheCache(String name) {
        byte[] content = {1};
        put(FOLDER + "/x", content);
        metadata(FOLDER, artifact("0.0.1", name, item("x", "x", content)));
        assertRefused("which can be no folders");
        metadata(FOLDER, artifact("0.0.1", "finbert", item("x", name, content)));
        assertRefused("which is no file name");
        metadata(FOLDER, artifact(name, "finbert", item("x", "x", content)));
        assertRefused("which can be no folders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example/x", "a b", "::"})
    void refusesFilesThatAreNotOnTheWeb(String uri) {
        metadata(FOLDER, artifact("0.0.1", "finbert", item(uri, "x", new byte[1])));

        assertRefused("the zoo gives the wrong address \"" + uri + "\"");
    }

    @Test
    void refusesFilesWithoutAChecksumAndTarArchives() throws IOException {
        metadata(FOLDER, artifact("0.0.1", "finbert", "\"a\": {\"uri\": \"a.zip\"}"));
        assertRefused("the zoo gives no checksum (sha1Hash) of a.zip");
        put(FOLDER + "/a.tar.gz", zip("a"));
        metadata(FOLDER, artifact("0.0.1", "finbert", item("a.tar.gz", "", zip("a"))));
        assertRefused("a.tar.gz is packed as tar, which cannot be read here");
    }

    @Test
    void refusesAnArchiveThatIsNotMeantToBeUnpacked() {
        metadata(FOLDER, artifact("0.0.1", "finbert", "\"a\": {\"uri\": \"a.zip\", \"type\": \"file\"}"));

        assertRefused("its file a.zip is of the type \"file\", which cannot be read here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"artifacts\": []}"})
    void refusesBrokenMetadata(String json) throws IOException {
        put(FOLDER + "/metadata.json", json.getBytes(UTF_8));

        assertThatThrownBy(() -> download(FINBERT)).isInstanceOf(ModelLoadException.class);
        Files.createDirectories(cached);
        Files.writeString(cached.resolve("metadata.json"), json);
        assertThatThrownBy(() -> variables.zoo(false).directory(FINBERT))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(cached.resolve("metadata.json") + " is of no use: ");
    }

    @Test
    void refusesAZooThatIsNoWebAddress() {
        variables.with("DJL_REPO_URL", "ftp://zoo");

        assertThatThrownBy(() -> download(FINBERT))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("DJL_REPO_URL is \"ftp://zoo\", which is no web address.");
    }

    @Test
    void saysThatTheZooHasNoSuchModel() {
        assertThatThrownBy(() -> download("djl://ai.djl.pytorch/resnet"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("The model zoo " + server.uri() + "/zoo/ has no model djl://ai.djl.pytorch/resnet under"
                        + " nlp/text_classification or nlp/sentiment_analysis. Check the address:"
                        + " djl://groupId/artifactId, such as djl://ai.djl.huggingface.pytorch/ProsusAI/finbert.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "djl:",
                "djl://",
                "djl://group",
                "djl://group/",
                "djl:group/artifact",
                "djl://../artifact",
                "djl://group/../artifact",
                "djl://group/a/0.0.1/x/y",
                "djl://group/a?model_name=b",
                "djl://g/a b"
            })
    void refusesWhatIsNoAddress(String location) {
        assertThatThrownBy(() -> download(location))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The model location \"" + location + "\" is no address of DJL's model zoo.");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void startsAnewOverWhatAnEarlierRunLeft() throws IOException {
        Path left = cached.resolve("0.0.1/.junit-attrib-finbert/model");
        Files.createDirectories(left);
        Files.writeString(left.resolve("tokenizer.json"), "half");

        assertThat(download(FINBERT).resolve("tokenizer.json")).hasContent("tokenizer.json");
    }

    @Test
    void downloadsOnceForManyThreads() throws Exception {
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Path>> models = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                models.add(pool.submit(() -> {
                    start.await();
                    return download(FINBERT);
                }));
            }
            for (Future<Path> model : models) {
                assertThat(names(model.get())).hasSize(3);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(server.gets("finbert.zip")).hasSize(1);
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> download(FINBERT))
                .isExactlyInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith(
                        "The model " + FINBERT + " cannot be downloaded from " + server.uri() + "/zoo/: ")
                .hasMessageContaining(reason);
        assertThat(cached.resolve("metadata.json")).doesNotExist();
    }
}
