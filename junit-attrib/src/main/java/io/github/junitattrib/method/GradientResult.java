package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import java.util.Arrays;
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

    private static final String NOT_FINITE = "The gradients are no finite numbers. Check the weights of the model, or"
            + " explain a logit instead of a probability.";

    private static final String FLAT =
            "All scores are zero, so no token can be told from another: the model is constant"
                    + " or saturated here, or, for a variance, linear. Explain a logit instead of a probability, or follow a path"
                    + " to the text by IntegratedGradients.";

    /** Makes the attribution of a method that claims no completeness. */
    Attribution attribution(ExplainedText text, double inputScore, MethodFacts facts) {
        return attribution(text, inputScore, Double.NaN, facts);
    }

    /** Makes the attribution of a method that is complete; {@code baselineScore} is NaN for one that is not. */
    Attribution attribution(ExplainedText text, double inputScore, double baselineScore, MethodFacts facts) {
        String open = open();
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

    private String open() {
        if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
            return NOT_FINITE;
        }
        if (Arrays.stream(scores).allMatch(score -> score == 0)) {
            return FLAT;
        }
        return remedy;
    }
}
