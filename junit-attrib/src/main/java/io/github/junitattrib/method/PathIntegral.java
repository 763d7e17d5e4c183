package io.github.junitattrib.method;

/**
 * What a quadrature rule made of a path.
 *
 * @param scores ∫ densities dα [T]
 * @param errors numerical error bar of each score, without the floor of the number type [T]
 */
@SuppressWarnings("ArrayRecordComponent") // read-only between the classes of this package
record PathIntegral(double[] scores, double[] errors) {

    /** Σ scores − (F(x) − F(x')). */
    double delta(double scoreRange) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        return sum - scoreRange;
    }
}
