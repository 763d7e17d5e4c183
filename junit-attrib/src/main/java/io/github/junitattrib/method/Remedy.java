package io.github.junitattrib.method;

import java.util.Arrays;

/** Finds what is wrong with scores that no budget can mend: numbers that are none, and nothing but zeros. */
final class Remedy {

    private static final String NOT_FINITE = "The gradients are no finite numbers. Check the weights of the model, or"
            + " explain a logit instead of a probability.";

    private static final String FLAT =
            "All scores are zero, so no token can be told from another: the model is constant"
                    + " or saturated here, or, for a variance, linear. Explain a logit instead of a probability, or follow a path"
                    + " to the text by IntegratedGradients.";

    private Remedy() {}

    /** For scores that come from slopes at the text alone: {@code otherwise} is the method's own, empty if it is done. */
    static String ofSlopes(double[] scores, String otherwise) {
        boolean flat = Arrays.stream(scores).allMatch(score -> score == 0);
        return flat ? FLAT : unlessBroken(scores, otherwise);
    }

    /** For scores whose budget is the first thing to look at, unless they are no numbers. */
    static String unlessBroken(double[] scores, String otherwise) {
        return Arrays.stream(scores).allMatch(Double::isFinite) ? otherwise : NOT_FINITE;
    }
}
