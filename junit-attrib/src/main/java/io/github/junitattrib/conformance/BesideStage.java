package io.github.junitattrib.conformance;

import io.github.junitattrib.model.Propagation;
import java.util.Arrays;

/**
 * A stage, and one that gives a single number behind it.
 *
 * @param stage reads the first numbers of the state
 * @param size how many of them
 * @param other reads the numbers from some place on
 * @param from that place: 0 for the whole state, or behind those of the stage
 */
record BesideStage(Stage stage, int size, Stage other, int from) implements Stage {

    /** What a stage does with the state that it reads and the slopes by its own numbers. */
    @FunctionalInterface
    private interface Step {
        double[] of(Stage stage, double[] x, int start, double[] slopes);
    }

    private double[] own(double[] x) {
        return Arrays.copyOf(x, size);
    }

    private double[] others(double[] x) {
        return Arrays.copyOfRange(x, from, x.length);
    }

    private static double[] ownSlopes(double[] slopes) {
        return Arrays.copyOf(slopes, slopes.length - 1);
    }

    @Override
    public double[] forward(double[] x) {
        double[] own = stage.forward(own(x));
        double[] both = Arrays.copyOf(own, own.length + 1);
        both[own.length] = other.forward(others(x))[0];
        return both;
    }

    private double[] back(double[] x, double[] slopes, Step step) {
        double[] back = Arrays.copyOf(step.of(stage, own(x), 0, ownSlopes(slopes)), x.length);
        double[] behind = step.of(other, others(x), from, new double[] {slopes[slopes.length - 1]});
        for (int i = 0; i < behind.length; i++) {
            back[from + i] += behind[i];
        }
        return back;
    }

    @Override
    public double[] backward(double[] x, double[] slopes) {
        return back(x, slopes, (part, state, start, ofPart) -> part.backward(state, ofPart));
    }

    @Override
    public double[] relevance(double[] x, double[] slopes, Propagation.Relevance rule) {
        return back(x, slopes, (part, state, start, ofPart) -> part.relevance(state, ofPart, rule));
    }

    @Override
    public double[] differences(double[] x, double[] reference, double[] slopes) {
        return back(
                x,
                slopes,
                (part, state, start, ofPart) ->
                        part.differences(state, Arrays.copyOfRange(reference, start, start + state.length), ofPart));
    }

    @Override
    public double[][][] attention(double[] x) {
        return stage.attention(own(x));
    }

    @Override
    public double[][][] attentionSlopes(double[] x, double[] slopes) {
        return stage.attentionSlopes(own(x), ownSlopes(slopes));
    }
}
