package io.github.junitattrib;

/** Thrown where a method needs more than the model offers: choose another method or another format of the model. */
public final class UnsupportedModelException extends AttributionException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message which method, which model, and what would do
     */
    public UnsupportedModelException(String message) {
        super(message);
    }
}
