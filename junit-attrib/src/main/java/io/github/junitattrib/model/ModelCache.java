package io.github.junitattrib.model;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.location.Placeholders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The directory where models from the class path are unpacked, one folder for each content, and where loaders keep what
 * they make of models.
 *
 * <p>Folders are named by the SHA-256 of the files and appear by one rename, so that processes starting at once do not
 * see half of a model and a changed jar never meets an old folder. A folder that was damaged since is repaired.
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
     * Returns the cache in a directory that a user wrote down.
     *
     * @param written a path, in which <code>${property}</code> is replaced by the value of the property
     * @param properties where properties are looked up
     * @return the cache
     * @throws IllegalArgumentException if it is blank or no path, begins with {@code ~}, or has a property that is not set
     */
    public static ModelCache at(String written, Function<String, Optional<String>> properties) {
        if (written.isBlank()) {
            throw new IllegalArgumentException("It is blank. Leave attrib.cache out for the default.");
        }
        Placeholders.tilde(written).ifPresent(remedy -> {
            throw new IllegalArgumentException(remedy);
        });
        String expanded = Placeholders.expand(
                written,
                properties,
                name -> new IllegalArgumentException(
                        "The property ${" + name + "} is not set. Set it with -D" + name + "=…"));
        try {
            return new ModelCache(Path.of(expanded));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("It is no path: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Returns the default place: {@code .cache/junit-attrib} in the user's home, or a folder of the user's own in the
     * directory for temporary files if there is no home that can be written to.
     *
     * @return the cache
     * @throws ModelLoadException if that folder belongs to somebody else
     */
    public static ModelCache inUserHome() {
        Path home = Path.of(System.getProperty("user.home", ""));
        return new ModelCache(
                Files.isDirectory(home) && Files.isWritable(home) && home.isAbsolute()
                        ? home.resolve(".cache").resolve("junit-attrib")
                        : TemporaryCache.in(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /**
     * Returns a folder for files that a loader makes of models.
     *
     * @param kind its name
     * @return the folder, which need not exist yet
     */
    public Path folder(String kind) {
        return root.resolve(kind);
    }

    /**
     * Makes a directory of a class path folder: the folder itself, or its copy in the cache if it lies in a jar.
     *
     * @param folder name of the folder
     * @return an existing directory
     * @throws ModelLoadException if the class path has no such folder, or the cache cannot be written
     */
    Path unpack(String folder) {
        ClassPathFolder source = ClassPathFolder.find(folder);
        try {
            Optional<Path> directory = source.directory();
            return directory.isPresent() ? directory.get() : write(source);
        } catch (IOException e) {
            throw new ModelLoadException(
                    "The model classpath:" + folder + " cannot be unpacked to " + root + ": " + e
                            + ". Make that directory writable, or set attrib.cache to another.",
                    e);
        }
    }

    private Path write(ClassPathFolder source) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        source.read((file, content) -> files.put(file, hash(content)));
        String name = source.simpleName();
        Path target = root.resolve("unpacked").resolve(name + "-" + hash(files).substring(0, 16));
        if (differing(target, files).isEmpty()) {
            return target;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        // A temporary directory of the platform is closed to other users, who may share the cache.
        Path fresh = Files.createDirectory(target.resolveSibling("." + name + UUID.randomUUID()));
        try {
            source.read(
                    (file, content) -> Files.copy(content, fresh.resolve(file), StandardCopyOption.REPLACE_EXISTING));
            if (!differing(fresh, files).isEmpty()) {
                throw new IOException("the jar changed while it was read");
            }
            publish(fresh, target, files);
            return target;
        } finally {
            delete(fresh);
        }
    }

    private static void publish(Path fresh, Path target, SortedMap<String, String> files) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another process was quicker, or the folder was damaged since.
            // What differs is put right file by file, each by one rename, so that readers see the old or the right one.
            for (String file : differing(target, files)) {
                Files.move(fresh.resolve(file), target.resolve(file), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** The files that the directory has not, or not as they should be. */
    private static List<String> differing(Path directory, SortedMap<String, String> files) throws IOException {
        List<String> differing = new ArrayList<>();
        for (var file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            if (!Files.isRegularFile(path) || !hash(path).equals(file.getValue())) {
                differing.add(file.getKey());
            }
        }
        return differing;
    }

    private static String hash(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return hash(content);
        }
    }

    private static String hash(SortedMap<String, String> files) throws IOException {
        StringBuilder all = new StringBuilder();
        files.forEach((name, hash) -> all.append(name).append('\0').append(hash).append('\0'));
        return hash(new ByteArrayInputStream(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String hash(InputStream content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
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
