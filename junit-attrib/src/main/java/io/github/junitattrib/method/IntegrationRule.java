package io.github.junitattrib.method;

import java.util.Map;

/** How the integral of Integrated Gradients is computed, with an error bar for each token. */
public sealed interface IntegrationRule permits ClenshawCurtisRule, FixedRule {

    /**
     * Returns the nested Clenshaw–Curtis rule, refined until the tolerance is met: the default.
     *
     * @return 9 to 65 points on the whole path, then split where the error sits, 512 evaluations at most
     */
    static ClenshawCurtisRule adaptive() {
        return new ClenshawCurtisRule(Tolerance.DEFAULT, 512);
    }

    /**
     * Returns the Gauss–Legendre rule: Captum's default, which takes 50 points.
     *
     * @param points number of evaluations, at least 1
     * @return the rule
     */
    static FixedRule gaussLegendre(int points) {
        return new FixedRule(FixedRule.Kind.GAUSS_LEGENDRE, points, Tolerance.DEFAULT);
    }

    /**
     * Returns another rule of a fixed number of points.
     *
     * @param kind the rule
     * @param points number of evaluations, at least 2 (1 for Gauss–Legendre)
     * @return the rule
     */
    static FixedRule fixed(FixedRule.Kind kind, int points) {
        return new FixedRule(kind, points, Tolerance.DEFAULT);
    }

    /**
     * Returns the options for reports.
     *
     * @return names and values in a fixed order
     */
    Map<String, String> parameters();

    /**
     * Returns when the result counts as converged.
     *
     * @return the tolerance
     */
    Tolerance tolerance();

    /**
     * Returns what a user can change if the tolerance is not met.
     *
     * @return an instruction
     */
    String remedy();
}
