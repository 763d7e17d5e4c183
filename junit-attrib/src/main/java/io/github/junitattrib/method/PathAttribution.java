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

    private PathAttribution() {}

    /** Averages the paths [T] into an attribution of the target. */
    static Attribution of(
            ExplainedText text, TargetScore target, List<PathResult> paths, IntegrationRule rule, MethodFacts facts) {
        PathResult mean = PathResult.mean(paths);
        String remedy = mean.remedy(rule.remedy());
        return new Attribution(
                text.question().text(),
                text.scored(mean.integral().scores(), mean.integral().bars()),
                target,
                text.prediction(),
                mean.inputScore(),
                mean.baselineScore(),
                new Convergence(
                        remedy.isEmpty(),
                        mean.evaluations(),
                        rule.tolerance().deltaLimit(mean.range()),
                        remedy,
                        mean.curve()),
                facts,
                text.model().facts());
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
