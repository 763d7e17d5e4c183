package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextClassifier;

/**
 * The gradient of the explained score at the text itself: one evaluation.
 *
 * @param text with its target
 * @param input x [T·D]
 * @param gradient ∂F/∂x [T·D]
 * @param score F(x)
 */
@SuppressWarnings("ArrayRecordComponent") // read-only between the classes of this package
record InputGradient(ExplainedText text, double[] input, double[] gradient, double score) {

    /** Computes it, and holds the scores to the prediction. */
    static InputGradient of(TextClassifier model, Question question, String method) {
        ExplainedText text = ExplainedText.of(model, question, method);
        return of(text, text.function());
    }

    /** Computes it by a function of other slopes, and holds the scores to the prediction. */
    static InputGradient of(ExplainedText text, ScoreFunction function) {
        double[] input = text.input();
        ScoreGradients result = function.gradients(new double[][] {input}, text.target());
        Fidelity.check(text.prediction(), result.scores()[0], text.model().facts());
        return new InputGradient(
                text, input, result.gradients()[0], text.target().value(result.scores()[0]));
    }

    /** Returns the number of tokens T. */
    int tokens() {
        return text.tokens().size();
    }

    /** Σ_d x·∂F/∂x of every token, as shares of F(x) − {@code baselineScore}, which is NaN where they claim no sum. */
    Attribution product(double baselineScore, MethodFacts facts) {
        return new GradientResult(
                        PerToken.dot(input, gradient, tokens()),
                        new double[tokens()],
                        Panel.largest(PerToken.absoluteDot(input, gradient, tokens())),
                        1,
                        "")
                .attribution(text, score, baselineScore, facts);
    }

    /** Makes the attribution of scores that were computed from this gradient alone, with Σ |parts| of each. */
    Attribution attribution(double[] scores, double[] magnitudes, MethodFacts facts) {
        return new GradientResult(scores, new double[scores.length], Panel.largest(magnitudes), 1, "")
                .attribution(text, score, facts);
    }
}
