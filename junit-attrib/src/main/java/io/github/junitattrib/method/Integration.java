package io.github.junitattrib.method;

import io.github.junitattrib.model.Interruption;
import java.util.List;

/** An integral over a path that says which points it needs next, so that those of several texts can be asked about together. */
interface Integration {

    /** Starts a rule on a path whose ends differ by {@code scoreRange} = F(x) − F(x'). */
    static Integration of(IntegrationRule rule, double scoreRange) {
        return rule instanceof ClenshawCurtisRule adaptive
                ? new AdaptivePanels(adaptive, scoreRange)
                : new FixedPoints((FixedRule) rule);
    }

    /** Returns the places on the path that are needed next; none once the integral is good enough or the budget spent. */
    double[] wanted();

    /** Takes the samples at the wanted places, in their order. */
    void add(List<PathSample> samples);

    /** Returns the integral by all samples so far. */
    PathIntegral integral();

    /** Samples a path until nothing more is wanted. */
    default PathIntegral over(SampledPath path) {
        for (double[] alphas = wanted(); alphas.length > 0; alphas = wanted()) {
            if (path.evaluations() > 0) {
                Interruption.check("integrating along a path, after " + path.evaluations() + " points");
            }
            add(path.sample(alphas));
        }
        return integral();
    }
}
