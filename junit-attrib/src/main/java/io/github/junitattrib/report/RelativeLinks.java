package io.github.junitattrib.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Makes links between reports that still work when the folder is moved or uploaded. */
final class RelativeLinks {

    private RelativeLinks() {}

    /** Returns the link from one file to another. */
    static String between(Path from, Path to) {
        Path folder = from.toAbsolutePath().getParent();
        Path relative = folder == null ? to : folder.relativize(to.toAbsolutePath());
        return url(Slashes.in(relative));
    }

    /** Returns a relative path with slashes as a URL. */
    static String url(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"" + path + "\" is no path that a link can have.", e);
        }
    }
}
