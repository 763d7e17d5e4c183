package io.github.junitattrib.model;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A model folder of the class path, in a directory or in a jar. */
final class ClassPathFolder {

    /** What lies deeper or could climb out on any system is no part of a model directory. */
    private static final Pattern PLAIN_NAME = Pattern.compile("(?!\\.{1,2}$)[^/\\\\:\\x00]+");

    private final String name;
    private final URL config;

    private ClassPathFolder(String name, URL config) {
        this.name = name;
        this.config = config;
    }

    /** Looks for a file rather than the folder, as jars need not have entries for folders. */
    static ClassPathFolder find(String folder) {
        String name = folder.replaceAll("^/+|/+$", "");
        String file = name + "/config.json";
        URL url = find(file, Thread.currentThread().getContextClassLoader());
        if (url == null) {
            url = find(file, ClassPathFolder.class.getClassLoader());
        }
        if (url == null) {
            throw new ModelLoadException("The class path has no model folder " + name + " (no " + file
                    + "). Check the name, and that the jar with the model is a dependency.");
        }
        return new ClassPathFolder(name, url);
    }

    private static @Nullable URL find(String file, @Nullable ClassLoader loader) {
        return loader == null ? null : loader.getResource(file);
    }

    /** The folder's name without the folders that it lies in. */
    String simpleName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The folder itself, if it is no part of a jar. */
    Optional<Path> directory() throws IOException {
        if (!"file".equals(config.getProtocol())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Objects.requireNonNull(Path.of(config.toURI()).getParent()));
        } catch (URISyntaxException e) {
            throw new IOException("the class path has the wrong address " + config, e);
        }
    }

    /** Reads the files of a folder in a jar, by name. */
    SortedMap<String, byte[]> files() throws IOException {
        if (!(config.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException(
                    "the class loader keeps it at " + config + ", which is neither a directory nor a jar");
        }
        // A cached connection would share its JarFile with others, and closing it would break them.
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            String entry = connection.getEntryName();
            return files(jar, entry.substring(0, entry.lastIndexOf('/') + 1));
        }
    }

    private static SortedMap<String, byte[]> files(JarFile jar, String prefix) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            String path = entry.getName();
            if (!entry.isDirectory() && path.startsWith(prefix) && isPlain(path.substring(prefix.length()))) {
                try (var stream = jar.getInputStream(entry)) {
                    files.put(path.substring(prefix.length()), stream.readAllBytes());
                }
            }
        }
        return files;
    }

    private static boolean isPlain(String name) {
        return PLAIN_NAME.matcher(name).matches();
    }
}
