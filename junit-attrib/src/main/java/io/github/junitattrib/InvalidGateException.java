package io.github.junitattrib;

/** Thrown for thresholds of a release gate, or known failures, that cannot be read or say nothing: correct the file. */
public final class InvalidGateException extends AttributionException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message which file and key, what is wrong there, and what to do
     */
    public InvalidGateException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message which file and key, what is wrong there, and what to do
     * @param cause what it followed from
     */
    public InvalidGateException(String message, Throwable cause) {
        super(message, cause);
    }
}
