package io.github.junitattrib.method;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Nested Clenshaw–Curtis quadrature: (5 ⊂) 9 → 17 → 33 → 65 points with every earlier point reused, refined until the
 * tolerance is met; beyond 65 points the path is split where the error sits.
 *
 * <p>Source: C. W. Clenshaw, A. R. Curtis, A method for numerical integration on an automatic computer, 1960. The error
 * bar of a token is its change between the last two levels, and at least half of the largest token's change.
 *
 * @param tolerance when to stop
 * @param maxEvaluations largest number of points, at least 9
 */
public record ClenshawCurtisRule(Tolerance tolerance, int maxEvaluations) implements IntegrationRule {

    /**
     * Checks the budget.
     *
     * @param tolerance when to stop
     * @param maxEvaluations largest number of points, at least 9
     * @throws IllegalArgumentException if it is less than the 9 points of the first level
     */
    public ClenshawCurtisRule {
        if (maxEvaluations < 9) {
            throw new IllegalArgumentException(
                    "The adaptive rule starts with 9 evaluations, but only " + maxEvaluations + " were allowed.");
        }
    }

    /**
     * Changes the tolerance.
     *
     * @param tolerance when to stop
     * @return a changed copy
     */
    public ClenshawCurtisRule within(Tolerance tolerance) {
        return new ClenshawCurtisRule(tolerance, maxEvaluations);
    }

    /**
     * Changes the budget.
     *
     * @param evaluations largest number of points, at least 9
     * @return a changed copy
     */
    public ClenshawCurtisRule maxEvaluations(int evaluations) {
        return new ClenshawCurtisRule(tolerance, evaluations);
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("rule", "adaptive");
        parameters.put("max_evaluations", Integer.toString(maxEvaluations));
        parameters.putAll(tolerance.parameters());
        return parameters;
    }

    @Override
    public String remedy() {
        return "Allow more than " + maxEvaluations + " evaluations, or start from another baseline.";
    }
}
