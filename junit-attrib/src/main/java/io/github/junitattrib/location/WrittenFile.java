package io.github.junitattrib.location;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A file that users name by {@code classpath:…}, {@code file:…} or a path.
 *
 * @param location as the user has it
 * @param properties where <code>${property}</code> is looked up
 * @param errors makes an error of what is wrong with the place and of its cause, which may be missing
 */
public record WrittenFile(
        String location,
        Function<String, Optional<String>> properties,
        BiFunction<String, Optional<Throwable>, ? extends RuntimeException> errors) {

    private static final String CLASS_PATH = "classpath:";

    /**
     * An open file.
     *
     * @param content its bytes, to be closed
     * @param size how many there are; 0 or less if that is not known
     */
    public record Opened(InputStream content, long size) {}

    /**
     * Returns the location with the values of properties.
     *
     * @return not blank
     */
    public String address() {
        String address = Placeholders.expand(
                location,
                properties,
                name -> error("the property ${" + name + "} is not set. Set it with -D" + name + "=…"));
        if (address.isBlank()) {
            throw error("it is blank. Give a file, file:… or classpath:….");
        }
        return address;
    }

    /**
     * Opens the file.
     *
     * @return to be closed
     * @throws IOException if it is there and cannot be read
     */
    public Opened open() throws IOException {
        String address = address();
        return address.startsWith(CLASS_PATH)
                ? ofClassPath(address.substring(CLASS_PATH.length()))
                : ofFile(path(address));
    }

    /**
     * Returns the path of a file that need not be there, to be written.
     *
     * @return an absolute path
     */
    public Path path() {
        String address = address();
        if (address.startsWith(CLASS_PATH)) {
            throw error("the class path is not written to. Give a path, such as src/test/resources/….");
        }
        return path(address);
    }

    /**
     * Writes the file as a whole: whoever reads it meanwhile sees what was there before. Folders are made.
     *
     * @param content the text, in UTF-8
     * @throws IOException if it cannot be written
     */
    public void replace(String content) throws IOException {
        // The encoder of getBytes replaces lone surrogates, where the one of Files.writeString would throw.
        WholeFiles.replace(path(), content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Says whether the class path has a file.
     *
     * @param name with slashes between folders
     * @return true if it has
     */
    public static boolean isOnClassPath(String name) {
        return resource(name).isPresent();
    }

    private Path path(String address) {
        Placeholders.tilde(address).ifPresent(remedy -> {
            throw error(remedy);
        });
        if (address.contains("://") && !address.startsWith("file:")) {
            throw error("addresses of the network are not looked up. Give a file on this machine.");
        }
        try {
            return WrittenPath.parse(address).toAbsolutePath().normalize();
        } catch (IllegalArgumentException e) {
            throw errors.apply(
                    "it is no path: " + e.getMessage() + ". Write file:///absolute/path, or a path without file:.",
                    Optional.of(e));
        }
    }

    private Opened ofFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            List<String> inside =
                    Neighbours.names(file.resolve(String.valueOf(file.getFileName())), Files::isRegularFile);
            throw error("it is the directory " + file + ". Give a file in it"
                    + (inside.isEmpty() ? "." : ", such as " + String.join(", ", inside) + "."));
        }
        if (!Files.exists(file)) {
            throw error("there is no file " + file + ". " + Neighbours.sentence(file, Files::isRegularFile)
                    + "Check the path; relative ones start at the project's directory.");
        }
        return new Opened(Files.newInputStream(file), Files.size(file));
    }

    private Opened ofClassPath(String written) throws IOException {
        String name = written.replaceAll("^/+", "");
        URL found = resource(name)
                .orElseThrow(() -> error("the class path has no file " + name + ". " + beside(name)
                        + "Check the name, and that the folder or jar that has it is on the class path."));
        Optional<Path> file = file(found);
        if (file.isPresent()) {
            return ofFile(file.get());
        }
        URLConnection connection = found.openConnection();
        // A cached connection would share its jar with others, and closing it would break them.
        connection.setUseCaches(false);
        return new Opened(connection.getInputStream(), connection.getContentLengthLong());
    }

    /** What is in the folder where the class path should have a file, if that is no part of a jar. */
    private static String beside(String name) {
        String folder = name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "";
        return resource(folder)
                .flatMap(WrittenFile::file)
                .map(directory -> Neighbours.sentence(
                        directory.resolve(name.substring(name.lastIndexOf('/') + 1)), Files::isRegularFile))
                .orElse("");
    }

    private static Optional<URL> resource(String name) {
        return Stream.of(Thread.currentThread().getContextClassLoader(), WrittenFile.class.getClassLoader())
                .filter(Objects::nonNull)
                .map(loader -> loader.getResource(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Optional<Path> file(URL found) {
        try {
            URI address = found.toURI();
            return "file".equals(address.getScheme()) ? Optional.of(Path.of(address)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private RuntimeException error(String problem) {
        return errors.apply(problem, Optional.empty());
    }
}
