package io.github.junitattrib.model.hub;

import java.io.IOException;

/** What was downloaded is not what was promised; it has been deleted. */
final class ChecksumException extends IOException {

    private static final long serialVersionUID = 1L;

    ChecksumException(Checksum checksum, String actual) {
        super("the file arrived changed: its " + checksum.algorithm() + " is " + actual + " instead of "
                + checksum.expected() + ", so it was deleted");
    }
}
