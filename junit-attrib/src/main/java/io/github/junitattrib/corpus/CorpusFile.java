package io.github.junitattrib.corpus;

import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.location.Neighbours;
import io.github.junitattrib.location.Placeholders;
import io.github.junitattrib.location.WrittenPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file with a corpus, and how it is read.
 *
 * @param location {@code classpath:…}, {@code file:…} or a path, as the test has it
 * @param properties where <code>${property}</code> is looked up
 * @param format the format, if the extension does not tell it
 * @param names the columns or properties that are fields
 * @param comments whether lines that begin with {@code #} are left out
 */
record CorpusFile(
        String location,
        Function<String, Optional<String>> properties,
        Optional<CorpusFormat> format,
        FieldNames names,
        boolean comments) {

    private static final String CLASS_PATH = "classpath:";
    private static final String EXTENSIONS = ".jsonl, .csv or .tsv";

    CorpusFile with(CorpusFormat other) {
        return new CorpusFile(location, properties, Optional.of(other), names, comments);
    }

    CorpusFile with(CorpusField field, String name) {
        return new CorpusFile(location, properties, format, names.with(field, name), comments);
    }

    CorpusFile withComments() {
        return new CorpusFile(location, properties, format, names, true);
    }

    /** An open file with its size in bytes; 0 or less if that is not known. */
    private record Opened(InputStream content, long size) {}

    CorpusCursor open() {
        String address = Placeholders.expand(
                location,
                properties,
                name -> error("the property ${" + name + "} is not set. Set it with -D" + name + "=…", null));
        if (address.isBlank()) {
            throw error("it is blank. Give a file, file:… or classpath:….", null);
        }
        CorpusFormat known = format.or(() -> CorpusFormat.of(address))
                .orElseThrow(() -> error(
                        "its name does not end with " + EXTENSIONS + ". Say its format: JSONL, CSV or TSV.", null));
        try {
            Opened opened = address.startsWith(CLASS_PATH)
                    ? ofClassPath(address.substring(CLASS_PATH.length()))
                    : ofFile(path(address));
            Utf8Lines lines = new Utf8Lines(opened.content(), location);
            RecordReader reader = known == CorpusFormat.JSONL
                    ? new JsonLinesReader(lines, names, comments)
                    : new DelimitedReader(lines, names, known, comments);
            return new FileCursor(lines, reader, opened.size());
        } catch (IOException e) {
            throw error("it cannot be opened: " + e + ".", e);
        }
    }

    private Path path(String address) {
        Placeholders.tilde(address).ifPresent(remedy -> {
            throw error(remedy, null);
        });
        if (address.contains("://") && !address.startsWith("file:")) {
            throw error("addresses of the network are not looked up. Give a file on this machine.", null);
        }
        try {
            return WrittenPath.parse(address).toAbsolutePath().normalize();
        } catch (IllegalArgumentException e) {
            throw error(
                    "it is no path: " + e.getMessage() + ". Write file:///absolute/path, or a path without file:.", e);
        }
    }

    private Opened ofFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            List<String> inside =
                    Neighbours.names(file.resolve(String.valueOf(file.getFileName())), Files::isRegularFile);
            throw error(
                    "it is the directory " + file + ". Give a file in it"
                            + (inside.isEmpty() ? "." : ", such as " + String.join(", ", inside) + "."),
                    null);
        }
        if (!Files.exists(file)) {
            throw error(
                    "there is no file " + file + ". " + Neighbours.sentence(file, Files::isRegularFile)
                            + "Check the path; relative ones start at the project's directory.",
                    null);
        }
        return new Opened(Files.newInputStream(file), Files.size(file));
    }

    private Opened ofClassPath(String written) throws IOException {
        String name = written.replaceAll("^/+", "");
        URL found = resource(name)
                .orElseThrow(() -> error(
                        "the class path has no file " + name + ". " + beside(name)
                                + "Check the name, and that the folder or jar that has it is on the class path.",
                        null));
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
                .flatMap(CorpusFile::file)
                .map(directory -> Neighbours.sentence(
                        directory.resolve(name.substring(name.lastIndexOf('/') + 1)), Files::isRegularFile))
                .orElse("");
    }

    private static Optional<URL> resource(String name) {
        return Stream.of(Thread.currentThread().getContextClassLoader(), CorpusFile.class.getClassLoader())
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

    private InvalidCorpusException error(String problem, @Nullable Throwable cause) {
        String message = "The corpus \"" + location + "\" cannot be read: " + problem.strip();
        return cause == null ? new InvalidCorpusException(message) : new InvalidCorpusException(message, cause);
    }
}
