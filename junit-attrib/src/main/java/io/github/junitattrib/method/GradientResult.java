package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import java.util.List;

/**
 * What a gradient method without a path made of a text, and whether it is good enough for a verdict.
 *
 * @param scores per token [T]
 * @param errors error bar of each, without the floor of the number type [T]
 * @param magnitude what the rounding errors of the scores are relative to
 * @param evaluations number of points with a gradient
 * @param remedy what to change if the method's own tolerance was not met; empty if it was
 */
@SuppressWarnings("ArrayRecordComponent") // read-only between the classes of this package
record GradientResult(double[] scores, double[] errors, double magnitude, int evaluations, String remedy) {

    /** Makes the attribution of a method that claims no completeness. */
    Attribution attribution(ExplainedText text, double inputScore, MethodFacts facts) {
        return attribution(text, inputScore, Double.NaN, facts);
    }

    /** Makes the attribution of a method that is complete; {@code baselineScore} is NaN for one that is not. */
    Attribution attribution(ExplainedText text, double inputScore, double baselineScore, MethodFacts facts) {
        String open = Remedy.ofSlopes(scores, remedy);
        return new Attribution(
                text.question().text(),
                text.scored(scores, ErrorBars.withNoise(scores, errors, ErrorBars.FLOAT_NOISE * magnitude)),
                text.target(),
                text.prediction(),
                inputScore,
                baselineScore,
                new Convergence(
                        open.isEmpty(),
                        evaluations,
                        Double.isNaN(baselineScore)
                                ? Double.NaN
                                : Tolerance.DEFAULT.deltaLimit(inputScore - baselineScore),
                        open,
                        List.of()),
                facts,
                text.model().facts());
    }
}
