package io.github.junitattrib.conformance;

import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.Propagation;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some stages of a network as a function, with the slopes of a rule.
 *
 * @param stages the part
 * @param entry size of the state that it reads, without padding
 * @param tokens T
 * @param inner whether it ends at a state, which is padded to whole tokens, and not at the scores
 * @param slopes the rule
 */
record StageFunction(List<Stage> stages, int entry, int tokens, boolean inner, Slopes slopes) implements ScoreFunction {

    /** Hands slopes back through one stage. */
    @FunctionalInterface
    interface Slopes {

        /**
         * Computes slopes by the state in front of a stage.
         *
         * @param number of the stage
         * @param x the state in front [n]
         * @param slopes by the state behind [m]
         */
        double[] back(int number, double[] x, double[] slopes);
    }

    /** Makes the part from one state to another, with its gradients. */
    static StageFunction part(List<Stage> all, int tokens, int start, int end) {
        List<Stage> part = all.subList(start, end);
        int entry = states(all.subList(0, start), new double[tokens]).get(start).length;
        return new StageFunction(
                part,
                entry,
                tokens,
                end < all.size(),
                (i, x, slopes) -> part.get(i).backward(x, slopes));
    }

    /** Makes the whole with the slopes of a rule. */
    static StageFunction by(List<Stage> all, int tokens, Propagation propagation) {
        if (propagation instanceof Propagation.Differences differences) {
            List<double[]> reference = states(all, differences.reference());
            return new StageFunction(
                    all, tokens, tokens, false, (i, x, slopes) -> all.get(i).differences(x, reference.get(i), slopes));
        }
        Propagation.Relevance rule = (Propagation.Relevance) propagation;
        return new StageFunction(
                all, tokens, tokens, false, (i, x, slopes) -> all.get(i).relevance(x, slopes, rule));
    }

    /** The states in front of each stage, and the one behind the last. */
    static List<double[]> states(List<Stage> stages, double[] point) {
        List<double[]> states = new ArrayList<>(List.of(point));
        for (int i = 0; i < stages.size(); i++) {
            states.add(stages.get(i).forward(states.get(i)));
        }
        return states;
    }

    @Override
    public double[][] scores(double[][] points) {
        return Arrays.stream(points).map(point -> padded(last(states(point)))).toArray(double[][]::new);
    }

    @Override
    public ScoreGradients gradients(double[][] points, TargetScore target) {
        double[][] scores = new double[points.length][];
        double[][] gradients = new double[points.length][];
        for (int b = 0; b < points.length; b++) {
            List<double[]> states = states(points[b]);
            scores[b] = padded(last(states));
            double[] gradient = Arrays.copyOf(target.slopes(scores[b]), last(states).length);
            for (int i = stages.size() - 1; i >= 0; i--) {
                gradient = slopes.back(i, states.get(i), gradient);
            }
            gradients[b] = Arrays.copyOf(gradient, points[b].length);
        }
        return new ScoreGradients(scores, gradients);
    }

    @Override
    public int batchSize() {
        return 64;
    }

    private List<double[]> states(double[] point) {
        return states(stages, point.length == entry ? point : Arrays.copyOf(point, entry));
    }

    private static double[] last(List<double[]> states) {
        return states.get(states.size() - 1);
    }

    /** A state that has not a number for each token stands in the place of the first one [T·n]. */
    private double[] padded(double[] state) {
        return !inner || state.length == tokens ? state : Arrays.copyOf(state, tokens * state.length);
    }
}
