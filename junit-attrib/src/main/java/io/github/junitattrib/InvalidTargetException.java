package io.github.junitattrib;

/** Thrown where a target makes no sense for the model at hand; the message says what to ask for instead. */
public final class InvalidTargetException extends AttributionException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what cannot be explained, and what to ask for
     */
    public InvalidTargetException(String message) {
        super(message);
    }
}
