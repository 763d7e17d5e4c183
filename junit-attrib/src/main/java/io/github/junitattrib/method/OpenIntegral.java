package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.ExplainedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Integrals along the path whose sum is no difference of scores: they converge where their error bars are small. */
final class OpenIntegral {

    private OpenIntegral() {}

    /** Integrates from each baseline [shares] and averages. */
    static PathResult mean(
            List<ExplainedInput> inputs,
            Function<ExplainedInput, SampledPath> paths,
            FixedRule rule,
            double inputScore) {
        List<PathResult> results = new ArrayList<>();
        for (ExplainedInput input : inputs) {
            SampledPath path = paths.apply(input);
            PathIntegral integral = rule.integrate(path);
            double largest = Panel.largest(integral.scores());
            boolean converged =
                    Panel.largest(integral.errors()) <= rule.tolerance().tokenError() * largest;
            results.add(new PathResult(integral, inputScore, Double.NaN, converged, path.evaluations(), List.of()));
        }
        return PathResult.mean(results);
    }

    /** Makes the attribution out of one integral for each token. */
    static Attribution attribution(ExplainedText text, PathResult result, FixedRule rule, MethodFacts facts) {
        TargetScore target = text.target();
        String remedy = result.remedy("Take more than " + rule.points() + " points.");
        return new Attribution(
                text.question().text(),
                text.scored(result.integral().scores(), result.integral().bars()),
                target,
                text.prediction(),
                result.inputScore(),
                Double.NaN,
                new Convergence(remedy.isEmpty(), result.evaluations(), Double.NaN, remedy, List.of()),
                facts,
                text.model().facts());
    }
}
