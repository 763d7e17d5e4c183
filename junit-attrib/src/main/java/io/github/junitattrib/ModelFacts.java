package io.github.junitattrib;

import java.util.Optional;

/**
 * Which model was explained, and where it ran.
 *
 * @param name alias or short name of the model, as messages call it
 * @param device the device used: {@code cpu}, {@code cuda:N} or {@code mps}
 * @param dtype number type of the computation, such as {@code float32}
 * @param location where it was loaded from, such as the directory that its alias is set to; empty for a model that was
 *     given as an object
 */
public record ModelFacts(String name, String device, String dtype, Optional<String> location) {

    /**
     * Returns the facts of a model that was loaded from no location.
     *
     * @param name how messages call it
     * @param device the device used: {@code cpu}, {@code cuda:N} or {@code mps}
     * @param dtype number type of the computation, such as {@code float32}
     */
    public ModelFacts(String name, String device, String dtype) {
        this(name, device, dtype, Optional.empty());
    }

    /**
     * Returns the facts of a model that tells nothing but its name, such as a service.
     *
     * @param name how messages call it
     * @return device and number type are {@code unknown}
     */
    public static ModelFacts unknown(String name) {
        return new ModelFacts(name, "unknown", "unknown");
    }

    /**
     * Adds where the model was loaded from.
     *
     * @param location path or address, with the alias and properties in it followed
     * @return a changed copy
     */
    public ModelFacts at(String location) {
        return new ModelFacts(name, device, dtype, Optional.of(location));
    }
}
