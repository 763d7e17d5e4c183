package io.github.junitattrib.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Nine colours from the strongest opposition over nothing to the strongest support, symmetric around 0.
 *
 * @param max the magnitude that gets the strongest colour
 */
record HeatScale(double max) {

    private static final int STEPS = 4;

    /** Returns the scale that has room for both. */
    HeatScale union(HeatScale other) {
        return new HeatScale(Math.max(max, other.max));
    }

    /** Returns the CSS class of a score: {@code p1..p4} supports, {@code n1..n4} opposes, {@code z} about nothing. */
    String css(double score) {
        return css(level(score));
    }

    private int level(double score) {
        if (max == 0 || Double.isNaN(score)) {
            return 0;
        }
        double share = Math.max(-1, Math.min(1, score / max));
        return (int) Math.round(share * STEPS);
    }

    private static String css(int level) {
        return level == 0 ? "z" : (level > 0 ? "p" : "n") + Math.abs(level);
    }

    /** Returns the colours in order, each with the score in its middle. */
    List<Step> steps() {
        ScoreFormat format = ScoreFormat.upTo(max);
        List<Step> steps = new ArrayList<>();
        for (int level = -STEPS; level <= STEPS; level++) {
            double middle = max * level / STEPS;
            steps.add(new Step(css(level), level == 0 ? "0" : format.signed(middle)));
        }
        return List.copyOf(steps);
    }

    /**
     * A colour of the legend.
     *
     * @param css its class
     * @param score the score in its middle
     */
    record Step(String css, String score) {}
}
