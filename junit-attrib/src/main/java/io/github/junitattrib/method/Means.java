package io.github.junitattrib.method;

/** Means of samples and their standard errors, by Welford's recurrence. */
final class Means {

    private final double[] means;
    private final double[] squares;
    private int samples;

    Means(int size) {
        means = new double[size];
        squares = new double[size];
    }

    void add(double[] sample) {
        samples++;
        for (int i = 0; i < means.length; i++) {
            double distance = sample[i] - means[i];
            means[i] += distance / samples;
            squares[i] += distance * (sample[i] - means[i]);
        }
    }

    double[] means() {
        return means.clone();
    }

    /** Returns s / √n for each mean. */
    double[] standardErrors() {
        double[] errors = new double[means.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.sqrt(squares[i] / (samples - 1.0) / samples);
        }
        return errors;
    }
}
