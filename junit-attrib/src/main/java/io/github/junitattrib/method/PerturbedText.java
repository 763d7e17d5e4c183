package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.EngineException;
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
import java.util.Map;
import java.util.Optional;
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
 */
record PerturbedText(
        TextClassifier model,
        Question question,
        Cut cut,
        List<List<Integer>> units,
        Prediction prediction,
        TargetScore target,
        String removal,
        Game game) {

    /**
     * Texts that one call of {@code predictAll} carries: enough that there are many of each length, which models compute
     * together.
     */
    static final int TEXTS = 1024;

    /** How far a score among others may be from the score alone, relative to it: far above all rounding. */
    private static final double SAME = 1e-3;

    /**
     * Cuts the text into the units that were asked for.
     *
     * @param method for the refusal of a model that lacks what the removal needs
     * @param limit largest number of evaluations
     */
    static PerturbedText of(
            TextClassifier model, Question question, Perturbation perturbation, String method, int limit) {
        Removal removal = perturbation.removal();
        boolean rows = removal == Removal.BASELINE
                || (removal == Removal.BY_MODEL && model instanceof DifferentiableClassifier);
        return rows
                ? ofRows(model, question, perturbation, method, limit)
                : ofTexts(model, question, perturbation, method, limit);
    }

    private static PerturbedText ofRows(
            TextClassifier model, Question question, Perturbation perturbation, String method, int limit) {
        ExplainedText text = ExplainedText.of(model, question, method + " with Removal.BASELINE");
        Cut cut = perturbation.units() == Units.PIECES ? Cut.pieces(text.tokens()) : Cut.words(text.tokens());
        List<List<Integer>> units = division(perturbation.units(), cut);
        List<ExplainedInput> inputs = text.inputs();
        text.scoresAt(inputs.get(0).input());
        List<List<Integer>> tokens = units.stream()
                .map(unit -> unit.stream()
                        .flatMap(atom -> cut.atoms().get(atom).tokens().stream())
                        .toList())
                .toList();
        Game game = new Game(units.size(), text.function().batchSize(), limit, new PointWorth(text, inputs, tokens));
        String removal = "rows of baseline " + question.baseline();
        return new PerturbedText(model, question, cut, units, text.prediction(), text.target(), removal, game);
    }

    private static PerturbedText ofTexts(
            TextClassifier model, Question question, Perturbation perturbation, String method, int limit) {
        String text = question.text();
        Cut cut = perturbation.units() == Units.PIECES
                ? Cut.pieces(tokenizing(model, method).tokenize(text)).withoutOverlaps()
                : Cut.words(text, model.words(text));
        List<List<Integer>> units = division(perturbation.units(), cut);
        Prediction prediction = model.predict(text).requireFinite(model.facts(), text);
        TargetScore target = question.target().resolve(prediction, model.facts());
        Optional<String> mask = perturbation.removal() instanceof Removal.Replacement replacement
                ? Optional.of(replacement.mask())
                : Optional.empty();
        Remainder remainder = new Remainder(cut, mask);
        TextScores scores = new TextScores(model, target);
        Game.Worth worth = coalitions -> {
            List<String> texts = coalitions.stream()
                    .map(coalition -> remainder.of(atoms(units, coalition)))
                    .toList();
            double[] values = scores.of(texts);
            requireSameScore(model, prediction, target, text, texts, values);
            return values;
        };
        String removal = mask.isPresent() ? perturbation.removal().toString() : Removal.DELETE.toString();
        Game game = new Game(units.size(), TEXTS, limit, worth);
        return new PerturbedText(model, question, cut, units, prediction, target, removal, game);
    }

    /** A list in another order than that of the texts would give wrong scores that look right. */
    private static void requireSameScore(
            TextClassifier model,
            Prediction prediction,
            TargetScore target,
            String text,
            List<String> texts,
            double[] values) {
        double alone = TextScores.value(target, prediction);
        for (int i = 0; i < values.length; i++) {
            if (texts.get(i).equals(text) && Math.abs(values[i] - alone) > SAME * Math.max(1, Math.abs(alone))) {
                throw new EngineException(
                        "Model " + model.facts().name() + " gives the text \"" + text + "\" the score "
                                + values[i] + " by predictAll, but " + alone
                                + " by predict. Have predictAll answer in the order of the texts, and each text as it is answered"
                                + " alone.");
            }
        }
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

    private static BitSet atoms(List<List<Integer>> units, BitSet coalition) {
        BitSet atoms = new BitSet();
        coalition.stream().forEach(unit -> units.get(unit).forEach(atoms::set));
        return atoms;
    }

    /** F(x): the value of the text with all units. */
    double inputScore() {
        return game.value(game.all());
    }

    /** F(x'): the value without any unit. */
    double baselineScore() {
        return game.value(new BitSet());
    }

    /** The rounding error of a difference of values. */
    double noise() {
        return ErrorBars.FLOAT_NOISE * game.largest();
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

    private Attribution attribution(
            List<TokenScore> tokens,
            double input,
            double baseline,
            double limit,
            Verification verification,
            MethodFacts method) {
        String remedy = verification.converged() ? Remedy.ofConverged(tokens) : verification.remedy();
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
