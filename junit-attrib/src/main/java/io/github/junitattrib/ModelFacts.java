package io.github.junitattrib;

/**
 * Which model was explained, and where it ran.
 *
 * @param name alias or location of the model, as the test names it
 * @param device the device used: {@code cpu}, {@code cuda:N} or {@code mps}
 * @param dtype number type of the computation, such as {@code float32}
 */
public record ModelFacts(String name, String device, String dtype) {

    /**
     * Returns the facts of a model that tells nothing but its name, such as a service.
     *
     * @param name how messages call it
     * @return device and number type are {@code unknown}
     */
    public static ModelFacts unknown(String name) {
        return new ModelFacts(name, "unknown", "unknown");
    }
}
