package io.github.junitattrib;

/**
 * Which model was explained, and where it ran.
 *
 * @param name alias or location of the model, as the test names it
 * @param device the device used: {@code cpu} or {@code cuda:N}
 * @param dtype number type of the computation, such as {@code float32}
 */
public record ModelFacts(String name, String device, String dtype) {}
