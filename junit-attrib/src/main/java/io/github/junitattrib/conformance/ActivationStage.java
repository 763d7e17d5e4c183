package io.github.junitattrib.conformance;

import io.github.junitattrib.model.Propagation;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * A function of each number alone.
 *
 * @param function f
 * @param derivative f'
 */
record ActivationStage(DoubleUnaryOperator function, DoubleUnaryOperator derivative) implements Stage {

    /** Below, a quotient of differences would lose more digits than the tangent between them is off. */
    private static final double SMALL = 1e-8;

    @Override
    public double[] forward(double[] x) {
        return Arrays.stream(x).map(function).toArray();
    }

    @Override
    public double[] backward(double[] x, double[] slopes) {
        return scaled(slopes, i -> derivative.applyAsDouble(x[i]));
    }

    @Override
    public double[] relevance(double[] x, double[] slopes, Propagation.Relevance rule) {
        return scaled(slopes, i -> x[i] == 0 ? 0 : function.applyAsDouble(x[i]) / x[i]);
    }

    @Override
    public double[] differences(double[] x, double[] reference, double[] slopes) {
        return scaled(slopes, i -> {
            double change = x[i] - reference[i];
            return Math.abs(change) < SMALL
                    ? derivative.applyAsDouble((x[i] + reference[i]) / 2)
                    : (function.applyAsDouble(x[i]) - function.applyAsDouble(reference[i])) / change;
        });
    }

    private static double[] scaled(double[] slopes, IntToDoubleFunction factor) {
        double[] scaled = slopes.clone();
        Arrays.setAll(scaled, i -> slopes[i] == 0 ? 0 : slopes[i] * factor.applyAsDouble(i));
        return scaled;
    }
}
