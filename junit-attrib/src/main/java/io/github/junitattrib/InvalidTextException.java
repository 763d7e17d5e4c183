package io.github.junitattrib;

/** Thrown for a text that the model cannot be asked about (empty, too long): change the text. */
public final class InvalidTextException extends AttributionException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is wrong with the text, and what to do
     */
    public InvalidTextException(String message) {
        super(message);
    }
}
