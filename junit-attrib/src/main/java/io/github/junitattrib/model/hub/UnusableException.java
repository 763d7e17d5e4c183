package io.github.junitattrib.model.hub;

import java.io.IOException;

/** What a server gave cannot be used; asking again would bring the same. */
final class UnusableException extends IOException {

    private static final long serialVersionUID = 1L;

    UnusableException(String what) {
        super(what);
    }

    UnusableException(String what, Throwable cause) {
        super(what, cause);
    }
}
