package io.github.junitattrib.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One run of the adaptive rule: doubles the points of the whole path first, then splits where the error sits. */
final class AdaptivePanels {

    private static final int LARGEST_PANEL = 65;
    /** A panel whose changes shrink at least this fast is smooth: doubling it is cheaper than splitting. */
    private static final double SMOOTH = 0.25;

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
        double[] scores = new double[path.shares()];
        double[] errors = new double[path.shares()];
        double magnitude = 0;
        for (Panel panel : panels) {
            double[] integral = panel.integral(0);
            double[] changes = panel.changes();
            // Where changes shrink slowly (a kink), the last one says little about a single token.
            double slow = Panel.largest(changes) * panel.decay();
            double[] bars = ErrorBars.withLeastShare(integral, changes);
            for (int token = 0; token < scores.length; token++) {
                scores[token] += integral[token];
                errors[token] += bars[token] == 0 ? 0 : Math.max(bars[token], slow);
            }
            magnitude += panel.magnitude();
        }
        return new PathIntegral(scores, errors, magnitude);
    }
}
