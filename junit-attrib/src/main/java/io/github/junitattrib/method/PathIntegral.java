package io.github.junitattrib.method;

import java.util.stream.DoubleStream;

/**
 * What a quadrature rule made of a path.
 *
 * @param scores ∫ densities dα [T]
 * @param errors numerical error bar of each score, without the floor of the number type [T]
 * @param magnitude largest ∫ |densities| dα of a token: what rounding errors are relative to, also where a score
 *     cancels along the path
 */
@SuppressWarnings("ArrayRecordComponent") // read-only between the classes of this package
record PathIntegral(double[] scores, double[] errors, double magnitude) {

    /**
     * Widens the error bars so that together they reach the gap: the errors of the tokens sum to delta, so narrower
     * ones cannot be true.
     */
    PathIntegral coveringDelta(double scoreRange) {
        double total = DoubleStream.of(errors).sum();
        double gap = Math.abs(delta(scoreRange));
        if (!(total > 0 && gap > total)) {
            return this;
        }
        return new PathIntegral(
                scores,
                DoubleStream.of(errors).map(error -> error * (gap / total)).toArray(),
                magnitude);
    }

    /** Returns the error bars with the floor of the number type. */
    double[] bars() {
        return ErrorBars.withNoise(scores, errors, ErrorBars.FLOAT_NOISE * magnitude);
    }

    /** Σ scores − (F(x) − F(x')). */
    double delta(double scoreRange) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        return sum - scoreRange;
    }
}
