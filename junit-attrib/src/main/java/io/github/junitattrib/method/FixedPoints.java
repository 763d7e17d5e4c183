package io.github.junitattrib.method;

import java.util.ArrayList;
import java.util.List;

/** One run of a rule with a fixed number of points: it wants them all at once. */
final class FixedPoints implements Integration {

    private final FixedRule rule;
    private final List<PathSample> samples = new ArrayList<>();

    FixedPoints(FixedRule rule) {
        this.rule = rule;
    }

    @Override
    public double[] wanted() {
        return samples.isEmpty() ? rule.alphas() : new double[0];
    }

    @Override
    public void add(List<PathSample> added) {
        samples.addAll(added);
    }

    @Override
    public PathIntegral integral() {
        return rule.integral(samples);
    }
}
