package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.TargetScore;
import java.util.Arrays;
import java.util.List;

/** Puts together scores that one evaluation gives, without baseline and claim of completeness. */
final class ExactScores {

    private ExactScores() {}

    /**
     * Makes the attribution.
     *
     * @param target what is explained
     * @param scores one for each token [T]
     * @param magnitude the largest sum of magnitudes that a score was made of, which rounding errors are relative to
     * @param inputScore F(x)
     */
    static Attribution of(
            ExplainedText text,
            TargetScore target,
            double[] scores,
            double magnitude,
            double inputScore,
            MethodFacts facts) {
        double[] bars = new double[scores.length];
        Arrays.fill(bars, ErrorBars.FLOAT_NOISE * magnitude);
        String open = Remedy.ofSlopes(scores, "");
        return new Attribution(
                text.question().text(),
                text.scored(scores, bars),
                target,
                text.prediction(),
                inputScore,
                Double.NaN,
                new Convergence(open.isEmpty(), 1, Double.NaN, open, List.of()),
                facts,
                text.model().facts());
    }
}
