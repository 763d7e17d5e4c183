package io.github.junitattrib.report;

import java.nio.file.Path;

/** Prints paths as pages, messages and JSON have them. */
public final class Slashes {

    private Slashes() {}

    /**
     * Prints a path.
     *
     * @param path any path
     * @return the same with slashes between its names, on every system
     */
    public static String in(Path path) {
        return path.toString().replace('\\', '/');
    }
}
