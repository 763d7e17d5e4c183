package io.github.junitattrib.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A quadrature rule with a fixed number of points, as Captum has them ({@code approximation_methods.py}).
 *
 * <p>The error bar of a token is its difference from a companion rule on every second of the same points, so it costs
 * no evaluation; for rules of first order (left, right, Captum's trapezoid) it is twice that. It is meant to be on the
 * safe side: it is the error of a rule with half the points.
 *
 * @param kind which rule
 * @param points number of evaluations
 * @param tolerance when the result counts as converged
 */
public record FixedRule(Kind kind, int points, Tolerance tolerance) implements IntegrationRule {

    /** The rules, with Captum's names. */
    public enum Kind {
        /** {@code gausslegendre}: zeros of the Legendre polynomial; never the ends. */
        GAUSS_LEGENDRE,
        /** {@code riemann_left}: α = k/n from 0. */
        RIEMANN_LEFT,
        /** {@code riemann_right}: α = k/n up to 1. */
        RIEMANN_RIGHT,
        /** {@code riemann_middle}: α = (k + ½)/n. */
        RIEMANN_MIDDLE,
        /** The trapezoid rule of the textbooks: n points, weights 1/(n−1), halved at the ends. */
        TRAPEZOID,
        /** {@code riemann_trapezoid}: the same points with weights 1/n, which sum to 1 − 1/n; for parity alone. */
        CAPTUM_TRAPEZOID
    }

    /**
     * Checks the number of points.
     *
     * @param kind which rule
     * @param points number of evaluations
     * @param tolerance when the result counts as converged
     * @throws IllegalArgumentException if there are too few
     */
    public FixedRule {
        int least = kind == Kind.GAUSS_LEGENDRE ? 1 : 2;
        if (points < least) {
            throw new IllegalArgumentException(
                    "The rule " + kind + " needs at least " + least + " points, but " + points
                            + " were asked for. Captum's default is 50; without a number of points, the adaptive rule takes as many"
                            + " as it needs.");
        }
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("rule", kind.name());
        parameters.put("points", Integer.toString(points));
        parameters.putAll(tolerance.parameters());
        return parameters;
    }

    @Override
    public String remedy() {
        return "Take more than " + points + " points, or the adaptive rule.";
    }

    /** Integrates a path. */
    PathIntegral integrate(SampledPath path) {
        return integral(path.sample(alphas()));
    }

    /** Integrates by the samples at the places of the rule. */
    PathIntegral integral(List<PathSample> samples) {
        double[] weights = new double[points];
        fill(weights);
        double[] companion = companion(weights);
        double[] scores = new double[samples.get(0).densities().length];
        double[] errors = new double[scores.length];
        double magnitude = 0;
        for (int token = 0; token < scores.length; token++) {
            double coarse = 0;
            double absolute = 0;
            for (int k = 0; k < points; k++) {
                double density = samples.get(k).densities()[token];
                scores[token] += weights[k] * density;
                coarse += companion[k] * density;
                absolute += weights[k] * Math.abs(density);
            }
            errors[token] = margin() * Math.abs(scores[token] - coarse);
            magnitude = Math.max(magnitude, absolute);
        }
        return new PathIntegral(scores, ErrorBars.withLeastShare(scores, errors), magnitude);
    }

    /** A rule of first order is off by just what it differs from its companion; of second order, by a third of it. */
    private double margin() {
        return switch (kind) {
            case RIEMANN_LEFT, RIEMANN_RIGHT, CAPTUM_TRAPEZOID -> 2;
            default -> 1;
        };
    }

    /** Returns the places on the path. */
    double[] alphas() {
        return fill(new double[points]);
    }

    private double[] fill(double[] weights) {
        int n = points;
        double[] alphas = new double[n];
        if (kind == Kind.GAUSS_LEGENDRE) {
            System.arraycopy(GaussLegendre.of(n).nodes(), 0, alphas, 0, n);
            System.arraycopy(GaussLegendre.of(n).weights(), 0, weights, 0, n);
            return alphas;
        }
        for (int k = 0; k < n; k++) {
            boolean end = k == 0 || k == n - 1;
            alphas[k] = switch (kind) {
                case RIEMANN_LEFT -> (double) k / n;
                case RIEMANN_RIGHT -> (k + 1.0) / n;
                case RIEMANN_MIDDLE -> (k + 0.5) / n;
                default -> (double) k / (n - 1);
            };
            weights[k] = switch (kind) {
                case TRAPEZOID -> (end ? 0.5 : 1.0) / (n - 1);
                case CAPTUM_TRAPEZOID -> (end ? 0.5 : 1.0) / n;
                default -> 1.0 / n;
            };
        }
        return alphas;
    }

    /** Weights of the coarser rule: zero at the points it leaves out. */
    private double[] companion(double[] weights) {
        if (kind == Kind.GAUSS_LEGENDRE) {
            return GaussLegendre.of(points).companion();
        }
        double[] companion = new double[points];
        if (points == 2 && kind == Kind.TRAPEZOID) {
            // There is nothing coarser to compare with: the error may be as large as the score.
            return companion;
        }
        switch (kind) {
            case RIEMANN_RIGHT -> {
                for (int k = points - 1; k >= 0; k -= 2) {
                    companion[k] = weights[k] + (k > 0 ? weights[k - 1] : 0);
                }
            }
            case TRAPEZOID, CAPTUM_TRAPEZOID -> {
                // Panels in pairs from the left; each end of a double panel takes half of its width. Captum's form is
                // held against weights that sum to 1 as well, so that the error bar has the part it leaves out.
                double step = 1.0 / (points - 1);
                for (int k = 0; k < points - 1; k += 2) {
                    int next = Math.min(k + 2, points - 1);
                    companion[k] += 0.5 * (next - k) * step;
                    companion[next] += 0.5 * (next - k) * step;
                }
            }
            default -> {
                for (int k = 0; k < points; k += 2) {
                    companion[k] = weights[k] + (k + 1 < points ? weights[k + 1] : 0);
                }
            }
        }
        return companion;
    }
}
