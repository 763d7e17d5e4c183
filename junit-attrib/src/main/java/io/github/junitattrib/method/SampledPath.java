package io.github.junitattrib.method;

import java.util.List;

/** What quadrature rules sample: numbers along a path whose integrals over α are wanted. */
interface SampledPath {

    /** Returns the number of integrals: one for each token, or for each unit. */
    int shares();

    /** Evaluates the path at some places, in their order. */
    List<PathSample> sample(double[] alphas);

    /** Returns the number of points evaluated so far. */
    int evaluations();
}
