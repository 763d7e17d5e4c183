package io.github.junitattrib.method;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.Target;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * One text on one differentiable model: what every gradient method starts from.
 *
 * @param model with its gradients
 * @param question what was asked
 * @param tokens of the text [T]
 * @param prediction by the ordinary way, finite
 * @param target what is explained
 * @param function the scores by the word embeddings
 */
record ExplainedText(
        DifferentiableClassifier model,
        Question question,
        TokenizedText tokens,
        Prediction prediction,
        TargetScore target,
        ScoreFunction function) {

    /**
     * Reads the text and asks the model what it predicts.
     *
     * @param method for the refusal of a model without gradients
     */
    static ExplainedText of(TextClassifier model, Question question, String method) {
        DifferentiableClassifier differentiable = Rungs.differentiable(model, method);
        TokenizedText tokens = differentiable.tokenize(question.text());
        return of(differentiable, question, tokens, differentiable.predict(tokens));
    }

    /** Takes a prediction that was made before, among those of other texts. */
    static ExplainedText of(
            DifferentiableClassifier model, Question question, TokenizedText tokens, @Nullable Prediction given) {
        if (tokens.tokens().stream().allMatch(Token::special)) {
            throw new InvalidTextException("Model " + model.facts().name() + " reads nothing but special tokens in the"
                    + " text \"" + question.text() + "\", so there is nothing to explain. Give a text with words.");
        }
        Prediction prediction = Prediction.requireGiven(given, model.facts(), question.text())
                .requireFinite(model.facts(), question.text());
        return new ExplainedText(
                model,
                question,
                tokens,
                prediction,
                question.target().resolve(prediction, model.facts()),
                model.function(tokens));
    }

    /** The question with the predicted class by its name, so that near the text the same class is explained. */
    Question nearby() {
        return question.toward(named(question.target()));
    }

    private Target named(Target any) {
        if (any instanceof Target.Predicted) {
            return Target.index(prediction.index());
        }
        if (any instanceof Target.Contrast two) {
            return new Target.Contrast(named(two.first()), named(two.second()));
        }
        return any instanceof Target.Probability one ? Target.probability(named(one.of())) : any;
    }

    /** Returns x [T·D] with the baselines x' that were asked for, at least one, each different from x. */
    List<ExplainedInput> inputs() {
        List<ExplainedInput> inputs = new ArrayList<>();
        for (Baseline baseline : singles(question.baseline())) {
            ExplainedInput input = from(baseline);
            // Broken weights make rows of NaN, which are equal to each other: scores that are no number tell more.
            if (Arrays.equals(input.input(), input.baseline())
                    && Double.isFinite(DoubleStream.of(input.input()).sum())) {
                throw new InvalidTextException("The text \"" + question.text() + "\" and its baseline " + baseline
                        + " have the same embeddings, so there is nothing to explain. Choose another baseline.");
            }
            inputs.add(input);
        }
        return inputs;
    }

    private static List<Baseline> singles(Baseline baseline) {
        if (baseline instanceof Baseline.Average several) {
            return several.baselines().stream()
                    .flatMap(one -> singles(one).stream())
                    .toList();
        }
        if (baseline instanceof Baseline.Partial some) {
            return singles(some.of()).stream()
                    .<Baseline>map(one -> new Baseline.Partial(one, some.places()))
                    .toList();
        }
        return List.of(baseline);
    }

    private ExplainedInput from(Baseline single) {
        if (single instanceof Baseline.Partial some) {
            return at(some, from(some.of()));
        }
        return single instanceof Baseline.OfText other ? from(other) : model.embed(tokens, (Baseline.Row) single);
    }

    /** Keeps a baseline at some places alone. */
    private ExplainedInput at(Baseline.Partial some, ExplainedInput everywhere) {
        double[] start = everywhere.input().clone();
        int width = everywhere.width();
        for (Span place : some.places()) {
            boolean found = false;
            for (int t = 0; t < tokens.size(); t++) {
                if (tokens.tokens().get(t).span().filter(place::overlaps).isPresent()) {
                    System.arraycopy(everywhere.baseline(), t * width, start, t * width, width);
                    found = true;
                }
            }
            if (!found) {
                throw new InvalidTextException("The text \"" + question.text() + "\" has no token at [" + place.start()
                        + ", " + place.end() + "), where its baseline " + some
                        + " is to differ from it. Name a place where a word stands.");
            }
        }
        return new ExplainedInput(tokens, everywhere.input(), start);
    }

    private ExplainedInput from(Baseline.OfText baseline) {
        TokenizedText other = model.tokenize(baseline.text());
        if (other.size() != tokens.size()) {
            throw new InvalidTextException(
                    "The text \"" + question.text() + "\" has " + tokens.size()
                            + " tokens, but its baseline " + baseline + " has " + other.size()
                            + ". A path goes token by token: give a baseline of as many tokens, or a row such as Baseline.PAD.");
        }
        double[] x = input();
        double[] start = model.embed(other, Baseline.ZERO).input().clone();
        int width = x.length / tokens.size();
        for (int t = 0; t < tokens.size(); t++) {
            if (tokens.tokens().get(t).special()) {
                System.arraycopy(x, t * width, start, t * width, width);
            }
        }
        return new ExplainedInput(tokens, x, start);
    }

    /** Returns x [T·D] alone, for methods without a baseline. */
    double[] input() {
        return model.embed(tokens, Baseline.ZERO).input();
    }

    /** Computes the scores at the embeddings of the text, and holds them to the prediction. */
    double[] scoresAt(double[] input) {
        double[] scores = function.scores(new double[][] {input})[0];
        Fidelity.check(prediction, scores, model.facts());
        return scores;
    }

    /** Gives each token its score and error bar [T]. */
    List<TokenScore> scored(double[] scores, double[] uncertainties) {
        List<TokenScore> scored = new ArrayList<>(tokens.size());
        for (int t = 0; t < tokens.size(); t++) {
            Token token = tokens.tokens().get(t);
            double uncertainty = uncertainties[t];
            scored.add(new TokenScore(
                    token.text(),
                    token.span(),
                    token.word(),
                    token.special(),
                    scores[t],
                    Double.isNaN(uncertainty) ? Double.POSITIVE_INFINITY : uncertainty));
        }
        return scored;
    }
}
