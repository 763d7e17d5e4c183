package io.github.junitattrib.approved;

import io.github.junitattrib.AttributionException;

/** A file of approved attributions that cannot be read or written: its message names it and says what to do. */
public final class ApprovedFileException extends AttributionException {

    private static final long serialVersionUID = 1L;

    ApprovedFileException(String message) {
        super(message);
    }

    ApprovedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
