package io.github.junitattrib.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ModelCacheTest {

    private static final Map<String, String> MODEL =
            Map.of("models/tiny/config.json", "{}", "models/tiny/weights.bin", "0123456789");

    @TempDir
    Path directory;

    @Test
    void unpacksTheFilesOfAJarFolder() throws Exception {
        Map<String, String> entries = new TreeMap<>(MODEL);
        entries.put("models/other/config.json", "other");
        entries.put("models/tiny/deeper/file.txt", "deeper");

        Path unpacked = unpack(jar(entries), "models/tiny");

        assertThat(unpacked).isDirectory().hasParent(root().resolve("unpacked"));
        assertThat(names(unpacked)).containsExactly("config.json", "weights.bin");
        assertThat(unpacked.resolve("weights.bin")).hasContent("0123456789");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isReadableForWhoMayReadOtherNewDirectories() throws Exception {
        Path unpacked = unpack(jar(MODEL), "models/tiny");
        Path usual = Files.createDirectory(directory.resolve("usual"));

        assertThat(Files.getPosixFilePermissions(unpacked)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void liesWhereItIsWritten() {
        ModelCache cache = ModelCache.at("${home}/x", name -> Optional.of(directory + "/" + name));

        assertThat(cache.folder("kind")).isEqualTo(directory.resolve("home/x/kind"));
        assertThatThrownBy(() -> ModelCache.at("~/x", name -> Optional.empty()))
                .hasMessage("The ~ of shells is not expanded: write ${user.home}/x.");
        assertThatThrownBy(() -> ModelCache.at("${home}/x", name -> Optional.empty()))
                .hasMessage("The property ${home} is not set. Set it with -Dhome=…");
        assertThatThrownBy(() -> ModelCache.at(" ", name -> Optional.empty())).hasMessageStartingWith("It is blank.");
    }

    @Test
    void findsAnArchiveWithoutAConfiguration() throws Exception {
        Path jar =
                jar(Map.of("models/traced/serving.properties", "engine=PyTorch", "models/traced/traced.pt", "archive"));

        assertThat(names(unpack(jar, "models/traced"))).containsExactly("serving.properties", "traced.pt");
    }

    @Test
    void findsTheSameFolderAgainAndAnotherForOtherContent() throws Exception {
        Path first = unpack(jar(MODEL), "models/tiny");
        var time = Files.getLastModifiedTime(first.resolve("weights.bin"));

        assertThat(unpack(jar(MODEL), "/models/tiny/")).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first.resolve("weights.bin"))).isEqualTo(time);
        Map<String, String> changed = new TreeMap<>(MODEL);
        changed.put("models/tiny/weights.bin", "0123456780");
        assertThat(unpack(jar(changed), "models/tiny")).isNotEqualTo(first);
    }

    @Test
    void leavesAFolderOutsideOfJarsWhereItIs() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("a b/ümlaut/models/tiny"));
        Files.writeString(folder.resolve("config.json"), "{}");

        assertThat(unpack(directory.resolve("a b/ümlaut"), "models/tiny")).isEqualTo(folder);
        assertThat(root()).doesNotExist();
    }

    @Test
    void repairsADamagedFolder() throws Exception {
        Path jar = jar(MODEL);
        Path folder = unpack(jar, "models/tiny");
        Path weights = folder.resolve("weights.bin");

        Files.delete(weights);
        assertThat(unpack(jar, "models/tiny").resolve("weights.bin")).hasContent("0123456789");
        Files.writeString(weights, "01234");
        assertThat(unpack(jar, "models/tiny").resolve("weights.bin")).hasContent("0123456789");
        // The same length, so that the size does not tell.
        Files.writeString(weights, "0123456_89");
        assertThat(unpack(jar, "models/tiny").resolve("weights.bin")).hasContent("0123456789");
        assertThat(names(root().resolve("unpacked")))
                .as("nothing is left beside it")
                .hasSize(1);
    }

    @Test
    void reportsAFolderThatCannotBeRepaired() throws Exception {
        Path jar = jar(MODEL);
        Path weights = unpack(jar, "models/tiny").resolve("weights.bin");
        Files.delete(weights);
        Files.createDirectories(weights.resolve("in the way"));

        assertThatThrownBy(() -> unpack(jar, "models/tiny"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("classpath:models/tiny cannot be unpacked to " + root())
                .hasMessageEndingWith("Make that directory writable, or set attrib.cache to another.");
    }

    @Test
    void reportsACacheThatCannotBeWritten() throws Exception {
        // A file in the directory's place stands for missing rights, which root would have all the same.
        Files.writeString(root(), "no directory");

        assertThatThrownBy(() -> unpack(jar(MODEL), "models/tiny"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("cannot be unpacked to " + root())
                .hasMessageEndingWith("Make that directory writable, or set attrib.cache to another.");
    }

    @Test
    void ignoresNamesThatClimbOutOfTheFolder() throws Exception {
        Map<String, String> entries = new TreeMap<>(MODEL);
        for (String name : List.of("../evil", "..\\evil", "..", ".", "C:evil", "a\u0000b", "/etc/evil")) {
            entries.put("models/tiny/" + name, "evil");
        }

        Path unpacked = unpack(jar(entries), "models/tiny");

        assertThat(names(unpacked)).containsExactly("config.json", "weights.bin");
        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.map(Path::toString)).noneMatch(path -> path.contains("evil"));
        }
    }

    @Test
    void unpacksOnceForManyThreads() throws Exception {
        int threads = 8;
        byte[] large = new byte[1 << 18];
        Path jar = jar(Map.of(
                "models/tiny/config.json",
                "{}",
                "models/tiny/weights.bin",
                new String(large, StandardCharsets.US_ASCII)));
        for (int round = 0; round < 10; round++) {
            ModelCache cache = new ModelCache(directory.resolve("round" + round));
            CyclicBarrier start = new CyclicBarrier(threads);
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                List<Future<Path>> paths = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    paths.add(pool.submit(() -> {
                        start.await();
                        return with(jar, () -> cache.unpack("models/tiny"));
                    }));
                }
                for (Future<Path> path : paths) {
                    assertThat(path.get()).isEqualTo(paths.get(0).get());
                    assertThat(path.get().resolve("weights.bin")).hasBinaryContent(large);
                }
            } finally {
                pool.shutdownNow();
            }
            assertThat(names(directory.resolve("round" + round + "/unpacked"))).hasSize(1);
        }
    }

    @Test
    void saysWhatIsMissingOnTheClassPath() {
        assertThatThrownBy(() -> new ModelCache(root()).unpack("no/such/model"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage(
                        "The class path has no model folder no/such/model (no no/such/model/config.json or no/such/model/serving.properties). Check the"
                                + " name, and that the jar with the model is a dependency.");
    }

    @Test
    void looksWhereThisLibraryLiesToo() throws Exception {
        Path unpacked = with(
                directory,
                () -> new ModelCache(root()).unpack("io/github/junitattrib/model/tiny-folder"),
                ClassLoader.getPlatformClassLoader());

        assertThat(names(unpacked)).contains("config.json");
    }

    @Test
    void reportsAClassLoaderThatKeepsFilesElsewhere() {
        ClassLoader loader = new ClassLoader(null) {
            @Override
            public URL getResource(String name) {
                try {
                    return new URL(null, "memory:" + name, new URLStreamHandler() {
                        @Override
                        protected URLConnection openConnection(URL url) {
                            return new URLConnection(url) {
                                @Override
                                public void connect() {}

                                @Override
                                public InputStream getInputStream() {
                                    return InputStream.nullInputStream();
                                }
                            };
                        }
                    });
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        };

        assertThatThrownBy(() -> with(directory, () -> new ModelCache(root()).unpack("models/tiny"), loader))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("memory:models/tiny/config.json, which is neither a directory nor a jar");
    }

    private Path root() {
        return directory.resolve("cache");
    }

    private Path unpack(Path classPath, String folder) throws Exception {
        return with(classPath, () -> new ModelCache(root()).unpack(folder));
    }

    private static Path with(Path classPath, Callable<Path> body) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null)) {
            return with(classPath, body, loader);
        }
    }

    private static Path with(Path classPath, Callable<Path> body, ClassLoader loader) throws Exception {
        assertThat(classPath).exists();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return body.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Path jar(Map<String, String> entries) throws IOException {
        Path file = Files.createTempFile(directory, "model", ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (var entry : new TreeMap<>(entries).entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        return file;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
