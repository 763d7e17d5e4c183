package io.github.junitattrib;

import java.util.List;

/** Thrown where a class is named that the model does not have: name one of its labels. */
public final class UnknownLabelException extends AttributionException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param asked what was asked for
     * @param labels what the model has
     */
    public UnknownLabelException(String asked, List<String> labels) {
        super("The model has no class " + asked + ". Its classes are " + labels
                + ", spelled as in the model's config.json: name one of them.");
    }
}
