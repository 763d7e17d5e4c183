package io.github.junitattrib.conformance;

import org.hipparchus.analysis.differentiation.Gradient;

/**
 * A formula from n numbers to C scores, written in numbers that carry their gradients.
 *
 * <pre>{@code
 * Formula f = x -> new Gradient[] {x[0].multiply(x[1]).add(3)};
 * }</pre>
 */
@FunctionalInterface
public interface Formula {

    /**
     * Computes the scores.
     *
     * @param x the numbers [n]
     * @return the scores [C]
     */
    Gradient[] scores(Gradient[] x);

    /**
     * Computes max(0, x), with slope 0 at 0.
     *
     * @param x a number
     * @return the larger of it and 0
     */
    static Gradient relu(Gradient x) {
        return x.getValue() > 0 ? x : Gradient.constant(x.getFreeParameters(), 0);
    }
}
