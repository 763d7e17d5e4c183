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

    /**
     * Makes the exception for a text that is not there.
     *
     * @return the exception, to be thrown
     */
    public static InvalidTextException ofNull() {
        return new InvalidTextException("The text is null. Give a text with at least one word.");
    }
}
