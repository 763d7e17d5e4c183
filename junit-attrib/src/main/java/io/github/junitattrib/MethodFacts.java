package io.github.junitattrib;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which attribution method was run, and how.
 *
 * @param name the field's name of the method, such as {@code IntegratedGradients}
 * @param parameters its options in a fixed order, as text
 */
public record MethodFacts(String name, Map<String, String> parameters) {

    /**
     * Copies the parameters and keeps their order.
     *
     * @param name the field's name of the method, such as {@code IntegratedGradients}
     * @param parameters its options in a fixed order, as text
     */
    public MethodFacts {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
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
