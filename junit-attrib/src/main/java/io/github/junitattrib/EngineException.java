package io.github.junitattrib;

/** Thrown where the machine lacks what running a model needs (native libraries, a GPU): mend the set-up. */
public final class EngineException extends AttributionException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is missing and how to add it
     */
    public EngineException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what is missing and how to add it
     * @param cause what it followed from
     */
    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
