package io.github.junitattrib.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One run of the adaptive sum over panels: those with the largest errors are halved until the tolerance is met. */
final class AdaptiveConductance {

    /** Four panels of three points each, as many points as the adaptive rule of Integrated Gradients starts with. */
    private static final int FIRST_POINTS = 9;

    /** Panels whose error is this share of the largest are halved with it, so that networks get points in batches. */
    private static final double TOGETHER = 0.25;

    private final ConductancePath path;
    private final ClenshawCurtisRule limits;
    private final int width;
    private List<ConductancePanel> panels = new ArrayList<>();

    /**
     * Prepares the run.
     *
     * @param limits its tolerance and budget
     * @param width how many units share one number
     */
    AdaptiveConductance(ConductancePath path, ClenshawCurtisRule limits, int width) {
        this.path = path;
        this.limits = limits;
        this.width = width;
    }

    /** Integrates a path whose ends differ by {@code range} = F(x) − F(x'). */
    PathIntegral integrate(double range) {
        double[] alphas = new double[FIRST_POINTS];
        for (int k = 0; k < alphas.length; k++) {
            alphas[k] = (double) k / (alphas.length - 1);
        }
        List<ConductancePath.Point> points = path.sample(alphas);
        for (int k = 0; k + 2 < points.size(); k += 2) {
            panels.add(new ConductancePanel(points.get(k), points.get(k + 1), points.get(k + 2), width));
        }
        PathIntegral integral = sum();
        while (!limits.tolerance().isMetBy(integral, range) && Double.isFinite(integral.delta(0)) && refine()) {
            integral = sum();
        }
        return integral;
    }

    /** Halves the worst panels; says no if the budget allows none. */
    private boolean refine() {
        double worst =
                panels.stream().mapToDouble(ConductancePanel::error).max().orElse(0);
        int affordable = (limits.maxEvaluations() - path.evaluations()) / 2;
        List<ConductancePanel> halved = panels.stream()
                .filter(panel -> panel.error() >= TOGETHER * worst)
                .sorted(Comparator.comparingDouble(ConductancePanel::error).reversed())
                .limit(Math.max(0, affordable))
                .toList();
        double[] alphas = halved.stream()
                .flatMapToDouble(panel -> Arrays.stream(panel.quarters()))
                .toArray();
        List<ConductancePath.Point> points = path.sample(alphas);
        List<ConductancePanel> next = new ArrayList<>();
        for (ConductancePanel panel : panels) {
            int place = halved.indexOf(panel);
            next.addAll(
                    place < 0 ? List.of(panel) : panel.halves(points.get(2 * place), points.get(2 * place + 1), width));
        }
        panels = next;
        return !halved.isEmpty();
    }

    private PathIntegral sum() {
        int shares = panels.get(0).integral().length;
        double[] scores = new double[shares];
        double[] errors = new double[shares];
        double[] magnitudes = new double[shares];
        for (ConductancePanel panel : panels) {
            for (int i = 0; i < shares; i++) {
                scores[i] += panel.integral()[i];
                errors[i] += panel.changes()[i];
                magnitudes[i] += Math.abs(panel.integral()[i]);
            }
        }
        return new PathIntegral(scores, ErrorBars.withLeastShare(scores, errors), Panel.largest(magnitudes));
    }
}
