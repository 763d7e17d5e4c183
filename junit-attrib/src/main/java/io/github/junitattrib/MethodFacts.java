package io.github.junitattrib;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which attribution method was run, and how.
 *
 * @param name the field's name of the method, such as {@code IntegratedGradients}
 * @param parameters its options in a fixed order, as text
 * @param signed whether a score tells for or against; false for magnitudes, which are never below 0
 */
public record MethodFacts(String name, Map<String, String> parameters, boolean signed) {

    /**
     * Copies the parameters and keeps their order.
     *
     * @param name the field's name of the method, such as {@code IntegratedGradients}
     * @param parameters its options in a fixed order, as text
     * @param signed whether a score tells for or against
     */
    public MethodFacts {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Tells of a method whose scores have a sign, as most do.
     *
     * @param name the field's name of the method, such as {@code IntegratedGradients}
     * @param parameters its options in a fixed order, as text
     */
    public MethodFacts(String name, Map<String, String> parameters) {
        this(name, parameters, true);
    }

    /**
     * Tells of a method whose scores are magnitudes, never below 0: how much, and not for or against what. Checks of signs
     * refuse it, since every model would pass them.
     *
     * @param name the field's name of the method, such as {@code Saliency}
     * @param parameters its options in a fixed order, as text
     * @return the facts
     */
    public static MethodFacts ofMagnitudes(String name, Map<String, String> parameters) {
        return new MethodFacts(name, parameters, false);
    }

    /**
     * Says whether the scores are estimated from drawn samples, and their uncertainties are standard errors: such a method
     * tells its seed, and where it could enumerate instead, it tells none.
     *
     * @return false if the uncertainties are bounds
     */
    public boolean isSampled() {
        return parameters.containsKey("seed");
    }
}
