package io.github.junitattrib.metric;

/**
 * The mean square of β·a − d over samples, and its error.
 *
 * @param expected a, what the scores say that the moves change
 * @param changes d, what they change
 * @param scaled whether β is the one that fits best, else it is 1
 */
@SuppressWarnings("ArrayRecordComponent") // read-only inside this package, never compared
record SquaredErrors(double[] expected, double[] changes, boolean scaled) {

    double beta() {
        return beta(dot(expected, expected), dot(expected, changes));
    }

    private double beta(double squares, double products) {
        if (!scaled) {
            return 1;
        }
        return squares == 0 ? 0 : products / squares;
    }

    double mean() {
        double beta = beta();
        double sum = 0;
        for (int i = 0; i < changes.length; i++) {
            sum += square(beta * expected[i] - changes[i]);
        }
        return sum / changes.length;
    }

    double meanSquaredChange() {
        return dot(changes, changes) / changes.length;
    }

    /** The jackknife's standard error, which for β = 1 is that of a mean. */
    double standardError() {
        int n = changes.length;
        double squares = dot(expected, expected);
        double products = dot(expected, changes);
        double ofChanges = dot(changes, changes);
        double[] without = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            double a = squares - square(expected[i]);
            double b = products - expected[i] * changes[i];
            double d = ofChanges - square(changes[i]);
            double beta = beta(a, b);
            without[i] = (beta * beta * a - 2 * beta * b + d) / (n - 1);
            mean += without[i] / n;
        }
        double sum = 0;
        for (double value : without) {
            sum += square(value - mean);
        }
        return Math.sqrt(sum * (n - 1) / n);
    }

    /** How much errors of a, and of d, may change the mean. */
    double bound(double[] errors, double noise) {
        double beta = beta();
        double sum = 0;
        for (int i = 0; i < changes.length; i++) {
            double error = Math.abs(beta) * errors[i] + noise;
            sum += 2 * Math.abs(beta * expected[i] - changes[i]) * error + square(error);
        }
        return sum / changes.length;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double square(double number) {
        return number * number;
    }
}
