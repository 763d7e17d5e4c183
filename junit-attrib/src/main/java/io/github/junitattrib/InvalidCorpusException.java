package io.github.junitattrib;

/** Thrown for a corpus that cannot be read, or a line of it that is no case: correct the file, or how it is read. */
public final class InvalidCorpusException extends AttributionException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message which file and line, what is wrong there, and what to do
     */
    public InvalidCorpusException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message which file and line, what is wrong there, and what to do
     * @param cause what it followed from
     */
    public InvalidCorpusException(String message, Throwable cause) {
        super(message, cause);
    }
}
