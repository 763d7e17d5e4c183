package io.github.junitattrib.method;

import io.github.junitattrib.TokenScore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Finds what is wrong with scores that no budget can mend: numbers that are none, and nothing but zeros. */
final class Remedy {

    private static final String NOT_FINITE = "The gradients are no finite numbers. Check the weights of the model, or"
            + " explain a logit instead of a probability.";

    private static final String FLAT =
            "All scores are zero, so no token can be told from another: the model is constant"
                    + " or saturated here, or, for a variance, linear. Explain a logit instead of a probability, or follow a path"
                    + " to the text by IntegratedGradients.";

    private static final String SAME =
            "No score exceeds its error bar, so no token can be told from another: the model says"
                    + " the same of the text and of what stands in its place. Explain another target or text, or choose another"
                    + " baseline or removal.";

    private Remedy() {}

    /** For scores that have converged: empty unless all are zero within their error bars. */
    static String ofConverged(double[] scores, double[] bars) {
        boolean same = IntStream.range(0, scores.length).allMatch(i -> Math.abs(scores[i]) <= bars[i]);
        return same ? SAME : "";
    }

    static String ofConverged(List<TokenScore> tokens) {
        return ofConverged(
                tokens.stream().mapToDouble(TokenScore::score).toArray(),
                tokens.stream().mapToDouble(TokenScore::uncertainty).toArray());
    }

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
