package io.github.junitattrib.method;

/**
 * Sums over the numbers of each token, with what rounding errors are relative to.
 *
 * @param sums Σ_d of each token [T]
 * @param magnitude the largest Σ_d of magnitudes of a token
 */
@SuppressWarnings("ArrayRecordComponent") // read-only between the classes of this package
record TokenSums(double[] sums, double magnitude) {

    /** Sums a ⊙ b, both [T·D]. */
    static TokenSums ofProducts(double[] a, double[] b, int tokens) {
        int width = a.length / tokens;
        double[] sums = new double[tokens];
        double largest = 0;
        for (int t = 0; t < tokens; t++) {
            double magnitudes = 0;
            for (int i = t * width; i < (t + 1) * width; i++) {
                sums[t] += a[i] * b[i];
                magnitudes += Math.abs(a[i] * b[i]);
            }
            largest = Math.max(largest, magnitudes);
        }
        return new TokenSums(sums, largest);
    }

    /** Gives every token the same error bar [T], but none to one that is exactly 0. */
    double[] bars(double share) {
        double[] bars = new double[sums.length];
        for (int t = 0; t < bars.length; t++) {
            bars[t] = sums[t] == 0 ? 0 : share * magnitude;
        }
        return bars;
    }
}
