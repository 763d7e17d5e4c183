package io.github.junitattrib.conformance;

import io.github.junitattrib.model.Propagation;
import java.util.Arrays;

/**
 * Two activations side by side, and the numbers behind them as they are.
 *
 * @param first for the first numbers
 * @param second for the next
 * @param size of each
 */
record SplitStage(Stage first, Stage second, int size) implements Stage {

    /** What one activation does with its own numbers. */
    @FunctionalInterface
    private interface Step {
        double[] of(Stage stage, double[][] parts);
    }

    private double[] split(Step step, double[]... arrays) {
        double[] result = arrays[arrays.length - 1].clone();
        for (int half = 0; half < 2; half++) {
            int from = half * size;
            double[] part = step.of(
                    half == 0 ? first : second,
                    Arrays.stream(arrays)
                            .map(array -> Arrays.copyOfRange(array, from, from + size))
                            .toArray(double[][]::new));
            System.arraycopy(part, 0, result, from, size);
        }
        return result;
    }

    @Override
    public double[] forward(double[] x) {
        return split((stage, parts) -> stage.forward(parts[0]), x);
    }

    @Override
    public double[] backward(double[] x, double[] slopes) {
        return split((stage, parts) -> stage.backward(parts[0], parts[1]), x, slopes);
    }

    @Override
    public double[] relevance(double[] x, double[] slopes, Propagation.Relevance rule) {
        return split((stage, parts) -> stage.relevance(parts[0], parts[1], rule), x, slopes);
    }

    @Override
    public double[] differences(double[] x, double[] reference, double[] slopes) {
        return split((stage, parts) -> stage.differences(parts[0], parts[1], parts[2]), x, reference, slopes);
    }
}
