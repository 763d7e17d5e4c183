package io.github.junitattrib.method;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is taken away of a text, and how.
 *
 * @param units the parts that are taken away or kept as a whole
 * @param removal what stands in their place
 */
public record Perturbation(Units units, Removal removal) {

    /** Words, by the rows of the baseline where the model is differentiable and by deletion elsewhere. */
    public static final Perturbation DEFAULT = new Perturbation(Units.WORDS, Removal.BY_MODEL);

    /**
     * Checks the parts.
     *
     * @param units the parts that are taken away or kept as a whole
     * @param removal what stands in their place
     */
    public Perturbation {
        Objects.requireNonNull(units, "The units must not be null. Leave them out for words.");
        Objects.requireNonNull(removal, "The removal must not be null. Leave it out for the one that fits the model.");
    }

    /**
     * Takes other parts.
     *
     * @param other the parts
     * @return a changed copy
     */
    public Perturbation with(Units other) {
        return new Perturbation(other, removal);
    }

    /**
     * Puts something else in their place.
     *
     * @param other the removal
     * @return a changed copy
     */
    public Perturbation with(Removal other) {
        return new Perturbation(units, other);
    }

    /** Returns the options for reports, to be completed by a method. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("units", units.toString());
        parameters.put("removal", removal.toString());
        return parameters;
    }
}
