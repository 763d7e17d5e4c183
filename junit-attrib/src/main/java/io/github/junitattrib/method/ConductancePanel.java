package io.github.junitattrib.method;

import java.util.List;

/**
 * A stretch of a path with its ends and middle: ∫ ∇_hF · dh by the trapezoid rule on the two halves, extrapolated by
 * that on the whole.
 */
final class ConductancePanel {

    private final ConductancePath.Point start;
    private final ConductancePath.Point middle;
    private final ConductancePath.Point end;
    private final double[] integral;
    private final double[] changes;

    /**
     * Makes the panel.
     *
     * @param width how many units share one number
     */
    ConductancePanel(ConductancePath.Point start, ConductancePath.Point middle, ConductancePath.Point end, int width) {
        this.start = start;
        this.middle = middle;
        this.end = end;
        double[] left = trapezoid(start, middle, width);
        double[] right = trapezoid(middle, end, width);
        double[] coarse = trapezoid(start, end, width);
        integral = new double[coarse.length];
        changes = new double[coarse.length];
        for (int i = 0; i < integral.length; i++) {
            double fine = left[i] + right[i];
            changes[i] = Math.abs(fine - coarse[i]);
            integral[i] = fine + (fine - coarse[i]) / 3;
        }
    }

    /** Σ ½(∇F(a) + ∇F(b)) ⊙ (h(b) − h(a)), summed over each {@code width} units. */
    private static double[] trapezoid(ConductancePath.Point a, ConductancePath.Point b, int width) {
        double[] sums = new double[a.state().length / width];
        for (int i = 0; i < a.state().length; i++) {
            double slope = (a.gradient()[i] + b.gradient()[i]) / 2;
            sums[i / width] += slope * (b.state()[i] - a.state()[i]);
        }
        return sums;
    }

    double[] integral() {
        return integral;
    }

    /** |change| of every share from one stretch to two. */
    double[] changes() {
        return changes;
    }

    /** How wrong the panel may be: its largest change, or what it lacks to F(end) − F(start). */
    double error() {
        double sum = 0;
        for (double share : integral) {
            sum += share;
        }
        return Math.max(Panel.largest(changes), Math.abs(sum - (end.score() - start.score())));
    }

    /** Returns the two places that {@link #halves} needs. */
    double[] quarters() {
        return new double[] {(start.alpha() + middle.alpha()) / 2, (middle.alpha() + end.alpha()) / 2};
    }

    /** Splits the panel, with the points at its quarters. */
    List<ConductancePanel> halves(ConductancePath.Point first, ConductancePath.Point third, int width) {
        return List.of(
                new ConductancePanel(start, first, middle, width), new ConductancePanel(middle, third, end, width));
    }
}
