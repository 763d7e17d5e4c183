package io.github.junitattrib;

import java.util.List;

/** Thrown where a class is named that the model does not have: name one of its labels. */
public final class UnknownLabelException extends AttributionException {

    private static final long serialVersionUID = 1L;

    /** What there is to say of any model. */
    private final String fact;

    /**
     * Makes the exception.
     *
     * @param asked what was asked for
     * @param labels what the model has
     */
    public UnknownLabelException(String asked, List<String> labels) {
        this(
                "The model",
                " has no class " + asked + ". Its classes are " + labels + ", spelled exactly so: name one of them.");
    }

    private UnknownLabelException(String model, String fact) {
        super(model + fact);
        this.fact = fact;
    }

    /** Returns the same of a model that is known by name. */
    UnknownLabelException of(ModelFacts model) {
        UnknownLabelException named = new UnknownLabelException("Model " + model.name(), fact);
        named.setStackTrace(getStackTrace());
        return named;
    }
}
