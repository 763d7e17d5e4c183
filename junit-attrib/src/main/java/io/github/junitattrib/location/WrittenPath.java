package io.github.junitattrib.location;

import java.net.URI;
import java.nio.file.Path;

/** A path as users write it: {@code file:…}, or one of the file system, relative to the project's directory. */
public final class WrittenPath {

    private WrittenPath() {}

    /**
     * Reads a path.
     *
     * @param written with or without {@code file:}
     * @return the path
     * @throws IllegalArgumentException if it is none
     */
    public static Path parse(String written) {
        if (!written.startsWith("file:")) {
            return Path.of(written);
        }
        // People write addresses with spaces and umlauts; Path wants them escaped.
        URI uri = URI.create(written.replace(" ", "%20"));
        return Path.of(URI.create(uri.toASCIIString()));
    }
}
