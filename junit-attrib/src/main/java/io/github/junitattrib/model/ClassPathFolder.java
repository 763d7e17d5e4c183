package io.github.junitattrib.model;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A model folder of the class path, in a directory or in a jar. */
final class ClassPathFolder {

    /** What lies deeper or could climb out on any system is no part of a model directory. */
    private static final Pattern PLAIN_NAME = Pattern.compile("(?!\\.{1,2}$)[^/\\\\:\\x00]+");

    /** One of them is in every model directory. */
    private static final List<String> MARKS = List.of("config.json", "serving.properties");

    private final String name;
    private final URL mark;

    private ClassPathFolder(String name, URL mark) {
        this.name = name;
        this.mark = mark;
    }

    /** What is done with each file of a folder. */
    @FunctionalInterface
    interface Visitor {
        void visit(String name, InputStream content) throws IOException;
    }

    /** Looks for a file rather than the folder, as jars need not have entries for folders. */
    static ClassPathFolder find(String folder) {
        String name = folder.replaceAll("^/+|/+$", "");
        return Stream.of(Thread.currentThread().getContextClassLoader(), ClassPathFolder.class.getClassLoader())
                .filter(Objects::nonNull)
                .flatMap(loader -> MARKS.stream().map(file -> loader.getResource(name + "/" + file)))
                .filter(Objects::nonNull)
                .findFirst()
                .map(url -> new ClassPathFolder(name, url))
                .orElseThrow(() -> new ModelLoadException("The class path has no model folder " + name + " (no "
                        + name + "/" + String.join(" or " + name + "/", MARKS)
                        + "). Check the name, and that the jar with the model is a dependency."));
    }

    /** The folder's name without the folders that it lies in. */
    String simpleName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The folder itself, if it is no part of a jar. */
    Optional<Path> directory() throws IOException {
        if (!"file".equals(mark.getProtocol())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Objects.requireNonNull(Path.of(mark.toURI()).getParent()));
        } catch (URISyntaxException e) {
            throw new IOException("the class path has the wrong address " + mark, e);
        }
    }

    /** Reads the files of a folder in a jar, each when its turn comes: a model may be larger than the heap. */
    void read(Visitor visitor) throws IOException {
        if (!(mark.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("the class loader keeps it at " + mark + ", which is neither a directory nor a jar");
        }
        // A cached connection would share its JarFile with others, and closing it would break them.
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            String entry = connection.getEntryName();
            read(jar, entry.substring(0, entry.lastIndexOf('/') + 1), visitor);
        }
    }

    private static void read(JarFile jar, String prefix, Visitor visitor) throws IOException {
        for (JarEntry entry : Collections.list(jar.entries())) {
            String path = entry.getName();
            if (!entry.isDirectory() && path.startsWith(prefix) && isPlain(path.substring(prefix.length()))) {
                try (InputStream content = jar.getInputStream(entry)) {
                    visitor.visit(path.substring(prefix.length()), content);
                }
            }
        }
    }

    private static boolean isPlain(String name) {
        return PLAIN_NAME.matcher(name).matches();
    }
}
