package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
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
        double[] input = text.input();
        ScoreGradients result = text.function().gradients(new double[][] {input}, text.target());
        Fidelity.check(text.prediction(), result.scores()[0], text.model().facts());
        return new InputGradient(
                text, input, result.gradients()[0], text.target().value(result.scores()[0]));
    }

    /** Returns the number of tokens T. */
    int tokens() {
        return text.tokens().size();
    }

    /** Makes the attribution of scores that were computed from this gradient alone, with Σ |parts| of each. */
    Attribution attribution(double[] scores, double[] magnitudes, MethodFacts facts) {
        return new GradientResult(scores, new double[scores.length], Panel.largest(magnitudes), 1, "")
                .attribution(text, score, facts);
    }
}
