package io.github.junitattrib;

/** Thrown where a model cannot be found, read or run: mend the location or the files. */
public final class ModelLoadException extends AttributionException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, in which file, and what to do
     */
    public ModelLoadException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what is wrong, in which file, and what to do
     * @param cause what it followed from
     */
    public ModelLoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
