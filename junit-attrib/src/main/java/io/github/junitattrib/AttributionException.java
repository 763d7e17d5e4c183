package io.github.junitattrib;

/** The base of what this library throws when it cannot give a verdict; a wrong model is an {@link AssertionError}. */
public abstract class AttributionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened, where, and what to do
     */
    protected AttributionException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what happened, where, and what to do
     * @param cause what it followed from
     */
    protected AttributionException(String message, Throwable cause) {
        super(message, cause);
    }
}
