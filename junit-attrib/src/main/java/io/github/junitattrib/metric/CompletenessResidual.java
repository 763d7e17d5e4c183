package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TokenScore;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What completeness lacks: Σ scores − (F(x) − F(x')), for methods that claim it.
 *
 * <p>Source: M. Sundararajan, A. Taly, Q. Yan, Axiomatic Attribution for Deep Networks, 2017, proposition 1; peer:
 * Captum's convergence delta, with the same sign. It costs no evaluation. The uncertainty is the sum of the tokens' error
 * bars. The parts are F(x), F(x') and the largest |delta| that the method counts as complete.
 */
public final class CompletenessResidual {

    private static final String NAME = "CompletenessResidual";

    private CompletenessResidual() {}

    /**
     * Returns the gap in the unit of the scores.
     *
     * @param attribution of a method that claims completeness
     * @return the signed gap
     * @throws UndefinedMetricException if the method claims no completeness, or the scores are no finite numbers
     */
    public static MetricResult absolute(Attribution attribution) {
        return result(attribution, attribution.delta(), 1, "that of the scores");
    }

    /**
     * Returns the size of the gap as a share of |F(x) − F(x')|.
     *
     * @param attribution of a method that claims completeness
     * @return the share, not negative: 0.01 is one percent
     * @throws UndefinedMetricException if the method claims no completeness, the scores are no finite numbers, or there is
     *     no difference that they could sum to
     */
    public static MetricResult relative(Attribution attribution) {
        double range = Math.abs(attribution.inputScore() - attribution.baselineScore());
        if (range == 0) {
            throw new UndefinedMetricException("The residual is no share of F(x) − F(x'), which is 0 for \""
                    + attribution.text() + "\". Take the absolute one, or another baseline.");
        }
        return result(attribution, Math.abs(attribution.delta()) / range, range, "|F(x) − F(x')|");
    }

    private static MetricResult result(Attribution attribution, double value, double unit, String unitName) {
        if (!attribution.claimsCompleteness()) {
            throw new UndefinedMetricException(attribution.method().name()
                    + " claims no completeness, so its scores have no residual. Take a method whose scores sum to"
                    + " F(x) − F(x'), such as IntegratedGradients.");
        }
        if (!Double.isFinite(value)) {
            throw new UndefinedMetricException("The scores that "
                    + attribution.method().name() + " gives \""
                    + attribution.text() + "\" are no finite numbers, so they have no residual. Check the model's"
                    + " weights, or explain another target.");
        }
        double bars = attribution.tokens().stream()
                .mapToDouble(TokenScore::uncertainty)
                .sum();
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("F(x)", attribution.inputScore());
        parts.put("F(x')", attribution.baselineScore());
        parts.put("limit", attribution.convergence().deltaLimit() / unit);
        return new MetricResult(NAME, Map.of("unit", unitName), value, bars / unit, 0, Caveat.of(attribution), parts);
    }
}
