package io.github.junitattrib.model;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The directory where models from the class path are unpacked, one folder for each content.
 *
 * <p>Folders are named by the SHA-256 of the files and appear by one rename, so that processes starting at once do not
 * see half of a model and a changed jar never meets an old folder.
 */
public final class ModelCache {

    private final Path root;

    /**
     * Makes the cache.
     *
     * @param root its directory; made when first needed
     */
    public ModelCache(Path root) {
        this.root = root;
    }

    /**
     * Returns the default place: {@code .cache/junit-attrib} in the user's home, or in the directory for temporary
     * files if there is no home that can be written to.
     *
     * @return the cache
     */
    public static ModelCache inUserHome() {
        Path home = Path.of(System.getProperty("user.home", ""));
        Path base = Files.isDirectory(home) && Files.isWritable(home) && home.isAbsolute()
                ? home.resolve(".cache")
                : Path.of(System.getProperty("java.io.tmpdir"));
        return new ModelCache(base.resolve("junit-attrib"));
    }

    /**
     * Makes a directory of a class path folder: the folder itself, or its copy in the cache if it lies in a jar.
     *
     * @param folder name of the folder, without a slash at its start
     * @return an existing directory
     * @throws ModelLoadException if the class path has no such folder, or the cache cannot be written
     */
    Path unpack(String folder) {
        String name = folder.replaceAll("^/+|/+$", "");
        URL url = find(name);
        try {
            if ("file".equals(url.getProtocol())) {
                return Objects.requireNonNull(Path.of(url.toURI()).getParent());
            }
            return unpackJar(url, name);
        } catch (IOException | URISyntaxException e) {
            throw new ModelLoadException(
                    "The model classpath:" + name + " cannot be unpacked to " + root + ": " + e
                            + ". Make that directory writable, or set attrib.cache to another.",
                    e);
        }
    }

    /** Looks for a file rather than the folder, as jars need not have entries for folders. */
    private static URL find(String folder) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context != null ? context : ModelCache.class.getClassLoader();
        URL url = loader.getResource(folder + "/config.json");
        if (url == null) {
            throw new ModelLoadException("The class path has no model folder " + folder + " (no " + folder
                    + "/config.json). Check the name, and that the jar with the model is a dependency.");
        }
        return url;
    }

    private Path unpackJar(URL url, String folder) throws IOException {
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        // A cached connection would share its JarFile with others, and closing it would break them.
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            String prefix = connection
                    .getEntryName()
                    .substring(0, connection.getEntryName().lastIndexOf('/') + 1);
            SortedMap<String, byte[]> files = new TreeMap<>();
            for (JarEntry entry : entries(jar, prefix)) {
                try (var stream = jar.getInputStream(entry)) {
                    files.put(entry.getName().substring(prefix.length()), stream.readAllBytes());
                }
            }
            return write(files, folder.substring(folder.lastIndexOf('/') + 1));
        }
    }

    /** The plain files of the folder; what lies deeper or climbs out is no part of a model directory. */
    private static List<JarEntry> entries(JarFile jar, String prefix) {
        List<JarEntry> entries = new ArrayList<>();
        jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                .filter(entry -> entry.getName().indexOf('/', prefix.length()) < 0)
                .filter(entry ->
                        !entry.getName().contains("\\") && !entry.getName().contains(".."))
                .forEach(entries::add);
        return entries;
    }

    private Path write(SortedMap<String, byte[]> files, String name) throws IOException {
        Path target = root.resolve("unpacked").resolve(name + "-" + hash(files).substring(0, 16));
        if (isComplete(target, files)) {
            return target;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Path fresh = Files.createTempDirectory(target.getParent(), "." + name);
        try {
            for (var file : files.entrySet()) {
                Files.write(fresh.resolve(file.getKey()), file.getValue());
            }
            return publish(fresh, target, files);
        } finally {
            delete(fresh);
        }
    }

    private static Path publish(Path fresh, Path target, SortedMap<String, byte[]> files) throws IOException {
        try {
            return Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            return orTheirs(target, files, e);
        }
    }

    /** Another process may have been quicker: its folder has the same content, or is damaged. */
    private static Path orTheirs(Path target, SortedMap<String, byte[]> files, IOException cause) throws IOException {
        if (isComplete(target, files)) {
            return target;
        }
        throw new IOException("the folder " + target + " is incomplete; delete it and run again", cause);
    }

    private static boolean isComplete(Path directory, SortedMap<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            if (!Files.isRegularFile(path) || Files.size(path) != file.getValue().length) {
                return false;
            }
        }
        return true;
    }

    private static String hash(SortedMap<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                digest.update((name + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
