package io.github.junitattrib.axiom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Compares a function with itself at points that are changed in a way that should change nothing. */
final class Pairs {

    private static final int RANDOM = 32;
    private static final long SEED = 1;

    private Pairs() {}

    static FunctionAgreement compare(Probed probed, UnaryOperator<double[]> change) {
        List<ProbePoint> points = new ArrayList<>();
        List<double[]> shares = new ArrayList<>();
        for (Probe probe : probed.probes(RANDOM, SEED)) {
            double[] changed = change.apply(probe.shares());
            if (probed.allows(changed)) {
                points.add(probe.point());
                shares.add(probe.shares());
                shares.add(changed);
            }
        }
        return FunctionAgreement.ofPairs(points, probed.values(shares), FunctionTolerance.FLOAT32);
    }
}
