package io.github.junitattrib.method;

/**
 * One evaluated point of a path.
 *
 * @param alpha place on the path: 0 at the baseline, 1 at the input
 * @param score F at x' + α(x − x')
 * @param densities per token Σ_d (x − x')_d ∂F/∂z_d at this point [T]: what is integrated over α
 */
@SuppressWarnings("ArrayRecordComponent") // read-only between the classes of this package
record PathSample(double alpha, double score, double[] densities) {}
