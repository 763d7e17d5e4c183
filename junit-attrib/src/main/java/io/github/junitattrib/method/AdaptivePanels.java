package io.github.junitattrib.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One run of the adaptive rule: doubles the points of the whole path first, then splits where the error sits. */
final class AdaptivePanels implements Integration {

    private static final int LARGEST_PANEL = 65;
    /** A panel whose changes shrink at least this fast is smooth: doubling it is cheaper than splitting. */
    private static final double SMOOTH = 0.25;

    private final ClenshawCurtisRule rule;
    private final double scoreRange;
    private final List<Panel> panels = new ArrayList<>();
    private int evaluations;

    AdaptivePanels(ClenshawCurtisRule rule, double scoreRange) {
        this.rule = rule;
        this.scoreRange = scoreRange;
    }

    @Override
    public double[] wanted() {
        if (panels.isEmpty()) {
            return Panel.first();
        }
        PathIntegral integral = integral();
        if (rule.tolerance().isMetBy(integral, scoreRange) || !isFinite(integral)) {
            return new double[0];
        }
        Panel worst = worst();
        double[] refining = doubles(worst) ? worst.doubling() : worst.halving();
        return evaluations + refining.length > rule.maxEvaluations() ? new double[0] : refining;
    }

    @Override
    public void add(List<PathSample> samples) {
        evaluations += samples.size();
        if (panels.isEmpty()) {
            panels.add(Panel.whole(samples));
            return;
        }
        Panel worst = worst();
        boolean doubling = doubles(worst);
        int place = panels.indexOf(worst);
        panels.remove(place);
        panels.addAll(place, doubling ? List.of(worst.doubled(samples)) : worst.halves(samples));
    }

    private Panel worst() {
        return panels.stream()
                .max(Comparator.comparingDouble(AdaptivePanels::error))
                .orElseThrow();
    }

    private boolean doubles(Panel panel) {
        return panel.points() < LARGEST_PANEL && (panels.size() == 1 || panel.decay() < SMOOTH);
    }

    private static double error(Panel panel) {
        return Math.max(Panel.largest(panel.changes()), Math.abs(panel.delta()));
    }

    private static boolean isFinite(PathIntegral integral) {
        return Double.isFinite(integral.delta(0));
    }

    @Override
    public PathIntegral integral() {
        int shares = panels.get(0).shares();
        double[] scores = new double[shares];
        double[] errors = new double[shares];
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
