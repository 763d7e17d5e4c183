package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.ExplainedInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together what a method with completeness found along the paths from one baseline or several. */
final class PathAttribution {

    /** The noise of float32 against double precision, as a share of the largest integral. */
    private static final double FLOAT_NOISE = 1e-6;

    private PathAttribution() {}

    /** Averages the paths [T] into an attribution of the target. */
    static Attribution of(
            ExplainedText text, TargetScore target, List<PathResult> paths, IntegrationRule rule, MethodFacts facts) {
        PathResult mean = PathResult.mean(paths);
        return new Attribution(
                text.question().text(),
                text.scored(mean.integral().scores(), bars(mean.integral())),
                target,
                text.prediction(),
                mean.inputScore(),
                mean.baselineScore(),
                new Convergence(
                        mean.converged(),
                        mean.evaluations(),
                        rule.tolerance().deltaLimit(mean.range()),
                        mean.converged() ? "" : rule.remedy(),
                        mean.curve()),
                facts,
                text.model().facts());
    }

    static double[] bars(PathIntegral integral) {
        double noise = FLOAT_NOISE * integral.magnitude();
        double[] bars = new double[integral.scores().length];
        for (int t = 0; t < bars.length; t++) {
            // A token that the path does not move (special ones) has exactly no share, and no noise either.
            boolean fixed = integral.scores()[t] == 0 && integral.errors()[t] == 0;
            bars[t] = fixed ? 0 : integral.errors()[t] + noise;
        }
        return bars;
    }

    /** Completes the options of a method by its baseline. */
    static MethodFacts facts(MethodFacts method, Baseline baseline, List<ExplainedInput> inputs) {
        Map<String, String> parameters = new LinkedHashMap<>(method.parameters());
        parameters.put("baseline", baseline.toString());
        // The padding row of a model that was never trained on padding is zero: then PAD and ZERO are one baseline.
        if (baseline instanceof Baseline.Row
                && baseline != Baseline.ZERO
                && inputs.get(0).startsAtZero()) {
            parameters.put("baseline row", "zero");
        }
        return new MethodFacts(method.name(), parameters);
    }
}
