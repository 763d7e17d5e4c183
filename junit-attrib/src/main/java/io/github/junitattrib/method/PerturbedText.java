package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.TextClassifier;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * One text as a game of its units on one model: what every method that perturbs a text starts from.
 *
 * @param model only asked for predictions, unless rows of embeddings are replaced
 * @param question what was asked
 * @param cut the text in words or pieces
 * @param units the atoms of each player
 * @param prediction by the ordinary way, finite
 * @param target what is explained
 * @param removal how absent units are taken away, for reports
 * @param game v(S): the target's score of the text with the units of S alone
 * @param repeats how far a difference of two values may be off because the model does not repeat itself
 */
record PerturbedText(
        TextClassifier model,
        Question question,
        Cut cut,
        List<List<Integer>> units,
        Prediction prediction,
        TargetScore target,
        String removal,
        Game game,
        double repeats) {

    /** Of the largest score: beyond it, words are not told apart by a model that does not repeat itself. */
    private static final double MOST_REPEATS = 0.1;

    /**
     * Cuts the text into the units that were asked for.
     *
     * @param method for the refusal of a model that lacks what the removal needs
     * @param limit largest number of evaluations
     */
    static PerturbedText of(
            TextClassifier model, Question question, Perturbation perturbation, String method, int limit) {
        return isOfRows(model, perturbation)
                ? ofRows(ExplainedText.of(model, question, ofRows(method)), perturbation, limit)
                : ofTexts(model, question, () -> model.predict(question.text()), perturbation, method, limit);
    }

    /** Whether rows of embeddings are replaced; else the text is changed. */
    static boolean isOfRows(TextClassifier model, Perturbation perturbation) {
        Removal removal = perturbation.removal();
        return removal == Removal.BASELINE
                || (removal == Removal.BY_MODEL && model instanceof DifferentiableClassifier);
    }

    /** Names a method for the refusal of a model without embeddings. */
    static String ofRows(String method) {
        return method + " with Removal.BASELINE";
    }

    /** Cuts a text whose embeddings are replaced. */
    static PerturbedText ofRows(ExplainedText text, Perturbation perturbation, int limit) {
        Cut cut = perturbation.units() == Units.PIECES ? Cut.pieces(text.tokens()) : Cut.words(text.tokens());
        List<List<Integer>> units = division(perturbation.units(), cut);
        List<ExplainedInput> inputs = text.inputs();
        List<List<Integer>> tokens = units.stream()
                .map(unit -> unit.stream()
                        .flatMap(atom -> cut.atoms().get(atom).tokens().stream())
                        .toList())
                .toList();
        int points = GradientBatches.BATCHES * text.function().batchSize();
        Game game = new Game(
                units.size(),
                text.model(),
                Math.max(1, points / inputs.size()),
                limit,
                new PointWorth(text, inputs, tokens));
        String removal = "rows of baseline " + text.question().baseline();
        return new PerturbedText(
                text.model(), text.question(), cut, units, text.prediction(), text.target(), removal, game, 0);
    }

    /** Cuts a text that is changed; the prediction is asked for once the text is known to have words. */
    static PerturbedText ofTexts(
            TextClassifier model,
            Question question,
            Supplier<Prediction> predicted,
            Perturbation perturbation,
            String method,
            int limit) {
        String text = question.text();
        Cut cut = perturbation.units() == Units.PIECES
                ? Cut.pieces(tokenizing(model, method).tokenize(text)).withoutOverlaps()
                : Cut.words(model, text);
        List<List<Integer>> units = division(perturbation.units(), cut);
        Prediction prediction =
                Prediction.requireGiven(predicted.get(), model.facts(), text).requireFinite(model.facts(), text);
        TargetScore target = question.target().resolve(prediction, model.facts());
        Optional<String> mask = perturbation.removal() instanceof Removal.Replacement replacement
                ? Optional.of(replacement.mask())
                : Optional.empty();
        double repeats = RepeatNoise.of(model, text, prediction, target);
        TextWorth worth = new TextWorth(model, text, units, new Remainder(cut, mask), prediction, target, repeats);
        String removal = mask.isPresent() ? perturbation.removal().toString() : Removal.DELETE.toString();
        Game game = new Game(units.size(), model, Inquiry.TEXTS, limit, worth);
        return new PerturbedText(model, question, cut, units, prediction, target, removal, game, repeats);
    }

    private static DifferentiableClassifier tokenizing(TextClassifier model, String method) {
        if (model instanceof DifferentiableClassifier tokenizing) {
            return tokenizing;
        }
        throw new UnsupportedModelException(method + " over Units.PIECES needs a model that shows its tokens (rung 2, a"
                + " DifferentiableClassifier), but model " + model.facts().name()
                + " only gives predictions (rung 1, a TextClassifier). Take Units.WORDS.");
    }

    private static List<List<Integer>> division(Units units, Cut cut) {
        if (cut.atoms().isEmpty()) {
            throw new InvalidTextException(
                    "The text \"" + cut.text() + "\" has no words that could be taken away, so there"
                            + " is nothing to explain. Give a text with words.");
        }
        return Division.of(units, cut);
    }

    /** F(x): the value of the text with all units. */
    double inputScore() {
        return game.value(game.all());
    }

    /** F(x'): the value without any unit. */
    double baselineScore() {
        return game.value(new BitSet());
    }

    /** The error of a difference of values: rounding, and answers that a model does not repeat. */
    double noise() {
        return ErrorBars.FLOAT_NOISE * game.largest() + repeats;
    }

    /** An attribution that claims completeness: units of several places share their score among them. */
    Attribution complete(double[] scores, double[] errors, Verification verification, MethodFacts method) {
        double input = inputScore();
        double baseline = baselineScore();
        double limit = Tolerance.DEFAULT.deltaLimit(input - baseline);
        return attribution(Scoring.shared(this, scores, noisy(errors)), input, baseline, limit, verification, method);
    }

    /** An attribution that claims no sum: the score of a unit stands at each of its places. */
    Attribution partial(double[] scores, double[] errors, Verification verification, MethodFacts method) {
        return attribution(
                Scoring.repeated(this, scores, noisy(errors)),
                inputScore(),
                Double.NaN,
                Double.NaN,
                verification,
                method);
    }

    private double[] noisy(double[] errors) {
        return DoubleStream.of(errors).map(error -> error + noise()).toArray();
    }

    /** A model that does not repeat itself is the first thing to mend: no budget of the method would help. */
    private String remedy(List<TokenScore> tokens, Verification verification) {
        double largest = tokens.stream()
                .mapToDouble(token -> Math.abs(token.score()))
                .max()
                .orElse(0);
        if (repeats > MOST_REPEATS * largest) {
            return String.format(
                    Locale.ROOT,
                    "Model %s gives the same text other numbers when it is asked again, so that differences of up to %.2g say"
                            + " nothing of words. Have it repeat itself: without dropout or sampling, with a fixed seed, or by"
                            + " a cache of its answers.",
                    model.facts().name(),
                    repeats);
        }
        return verification.converged() ? Remedy.ofConverged(tokens) : verification.remedy();
    }

    private Attribution attribution(
            List<TokenScore> tokens,
            double input,
            double baseline,
            double limit,
            Verification verification,
            MethodFacts method) {
        String remedy = remedy(tokens, verification);
        Map<String, String> parameters = new LinkedHashMap<>(method.parameters());
        parameters.put("removal", removal);
        parameters.putAll(verification.found());
        return new Attribution(
                question.text(),
                tokens,
                target,
                prediction,
                input,
                baseline,
                new Convergence(remedy.isEmpty(), game.evaluations(), limit, remedy, List.of()),
                new MethodFacts(method.name(), parameters),
                model.facts());
    }
}
