package io.github.junitattrib.model.hub;

import java.io.IOException;

/** A failure of our own disk while something arrives, which asking the server again would not mend. */
final class LocalFileException extends IOException {

    private static final long serialVersionUID = 1L;

    LocalFileException(IOException cause) {
        super("the file cannot be written: " + cause, cause);
    }
}
