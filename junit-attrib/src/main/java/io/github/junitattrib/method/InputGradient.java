package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.TextPoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /** Computes it for several texts together, and makes an attribution of each. */
    static List<Attribution> all(
            TextClassifier model, List<Question> questions, String method, Function<InputGradient, Attribution> at) {
        return new GradientBatches(Rungs.differentiable(model, method), text -> {
                    Slope slope = new Slope(text);
                    return new TextRun(List.of(slope), () -> at.apply(slope.gradient()));
                })
                .of(questions);
    }

    /** The gradient of one text under way: one point. */
    private static final class Slope implements PointRun {

        private final ExplainedText text;
        private final double[] input;
        private Optional<InputGradient> found = Optional.empty();

        Slope(ExplainedText text) {
            this.text = text;
            this.input = text.input();
        }

        @Override
        public List<TextPoint> wanted() {
            return found.isPresent() ? List.of() : List.of(new TextPoint(text.tokens(), input, text.target()));
        }

        @Override
        public void add(double[][] scores, double[][] gradients) {
            found = Optional.of(checked(text, input, scores[0], gradients[0]));
        }

        InputGradient gradient() {
            return found.orElseThrow();
        }
    }

    /** Computes it by a function of other slopes, and holds the scores to the prediction. */
    static InputGradient of(ExplainedText text, ScoreFunction function) {
        double[] input = text.input();
        ScoreGradients result = function.gradients(new double[][] {input}, text.target());
        return checked(text, input, result.scores()[0], result.gradients()[0]);
    }

    private static InputGradient checked(ExplainedText text, double[] input, double[] scores, double[] gradient) {
        Fidelity.check(text.prediction(), scores, text.model().facts());
        return new InputGradient(text, input, gradient, text.target().value(scores));
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
