package io.github.junitattrib.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The value of a metric, and how sure it is.
 *
 * @param metric the field's name of the metric, such as {@code Comprehensiveness}
 * @param parameters its options in a fixed order, as text
 * @param value the number
 * @param uncertainty half width of its error bar, not negative; each metric says what is in it
 * @param evaluations number of points at which the model was asked; 0 if it was not
 * @param remedy why the numbers are not good enough for a verdict, and what to change; empty text if they are
 * @param parts what the value was made of, by name and in a fixed order; empty for most metrics
 */
public record MetricResult(
        String metric,
        Map<String, String> parameters,
        double value,
        double uncertainty,
        int evaluations,
        String remedy,
        Map<String, Double> parts) {

    /**
     * Copies the maps and keeps their order.
     *
     * @param metric the field's name of the metric, such as {@code Comprehensiveness}
     * @param parameters its options in a fixed order, as text
     * @param value the number
     * @param uncertainty half width of its error bar, not negative
     * @param evaluations number of points at which the model was asked; 0 if it was not
     * @param remedy why the numbers are not good enough for a verdict, and what to change; empty text if they are
     * @param parts what the value was made of, by name and in a fixed order
     * @throws IllegalArgumentException if the value is no finite number, or the uncertainty is negative or not a number
     */
    public MetricResult {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        if (!Double.isFinite(value) || !(uncertainty >= 0)) {
            throw new IllegalArgumentException("The result of " + metric
                    + " needs a finite value and an uncertainty from 0, but has " + value + " and " + uncertainty
                    + ".");
        }
    }

    /**
     * Says whether the numbers are good enough for a verdict.
     *
     * @return false where a check must be inconclusive
     */
    public boolean converged() {
        return remedy.isEmpty();
    }

    /**
     * Returns one of the numbers that the value was made of.
     *
     * @param name its name in {@link #parts()}
     * @return the number
     * @throws IllegalArgumentException if there is none of that name
     */
    public double part(String name) {
        Double part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException(
                    "The result of " + metric + " has no part \"" + name + "\". Take one of " + parts.keySet() + ".");
        }
        return part;
    }
}
