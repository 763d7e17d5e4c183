package io.github.junitattrib.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One run of the adaptive rule: doubles the points of the whole path first, then splits where the error sits. */
final class AdaptivePanels {

    private static final int LARGEST_PANEL = 65;
    /** A panel whose changes shrink at least this fast is smooth: doubling it is cheaper than splitting. */
    private static final double SMOOTH = 0.25;

    /**
     * Measured against 257 points on 420 paths of the embedded model (140 texts, three baselines): with ½, all but one
     * token in 10,000 are within their error bar and none beyond 1.4 times it; with none, 14 paths have a token beyond 3.
     */
    private static final double LEAST_SHARE = 0.5;

    private final AttributionPath path;
    private final ClenshawCurtisRule rule;
    private final double scoreRange;
    private final List<Panel> panels = new ArrayList<>();

    AdaptivePanels(AttributionPath path, ClenshawCurtisRule rule, double scoreRange) {
        this.path = path;
        this.rule = rule;
        this.scoreRange = scoreRange;
    }

    PathIntegral integrate() {
        panels.add(Panel.whole(path));
        PathIntegral integral = sum();
        while (!rule.tolerance().isMetBy(integral, scoreRange) && isFinite(integral) && refine()) {
            integral = sum();
        }
        return integral;
    }

    /** Refines the worst panel; says no if the budget does not allow it. */
    private boolean refine() {
        Panel worst = panels.stream()
                .max(Comparator.comparingDouble(AdaptivePanels::error))
                .orElseThrow();
        boolean doubling = worst.points() < LARGEST_PANEL && (panels.size() == 1 || worst.decay() < SMOOTH);
        int cost = doubling ? worst.points() - 1 : Panel.SPLITTING_COST;
        if (path.evaluations() + cost > rule.maxEvaluations()) {
            return false;
        }
        int place = panels.indexOf(worst);
        panels.remove(place);
        panels.addAll(place, doubling ? List.of(worst.doubled(path)) : worst.halves(path));
        return true;
    }

    private static double error(Panel panel) {
        return Math.max(Panel.largest(panel.changes()), Math.abs(panel.delta()));
    }

    private static boolean isFinite(PathIntegral integral) {
        return Double.isFinite(integral.delta(0));
    }

    private PathIntegral sum() {
        double[] scores = new double[path.tokens()];
        double[] errors = new double[path.tokens()];
        for (Panel panel : panels) {
            double[] integral = panel.integral(0);
            double[] changes = panel.changes();
            // The change of a single token can be small by chance, so that none claims less than a share of the
            // largest.
            double least = Panel.largest(changes) * Math.max(panel.decay(), LEAST_SHARE);
            for (int token = 0; token < scores.length; token++) {
                scores[token] += integral[token];
                // A token that the path does not move (special ones) has no share, and no error either.
                boolean fixed = integral[token] == 0 && changes[token] == 0;
                errors[token] += fixed ? 0 : Math.max(changes[token], least);
            }
        }
        return new PathIntegral(scores, errors);
    }
}
