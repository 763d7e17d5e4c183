package io.github.junitattrib.vacuity;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.vacuity.Witness.Taken;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells mutants that are no other model as far as a check sees: permuted labels toward the predicted class, or words that
 * a text does not have.
 *
 * <p>All numbers that the check took must be the same. Predictions must be so too, but for the order of the classes if
 * the verdict does not depend on it.
 */
final class Equivalence {

    /** Rounding of float32 and of batches. */
    private static final double SAME = 1e-5;

    private Equivalence() {}

    /**
     * Whether a check that passed on both cannot tell a mutant from the model.
     *
     * @param check the check
     * @param ofModel what it took of the model
     * @param ofMutant what it took of the mutant
     * @param own further answers of the model and of others
     */
    static boolean holds(Check check, Witness ofModel, Witness ofMutant, ModelAnswers own) {
        List<Taken> model = ofModel.taken();
        List<Taken> mutant = ofMutant.taken();
        // Of a check that takes nothing no mutant differs, and that is what is to be found out about it.
        if (!ofModel.sawAll() || !ofMutant.sawAll() || model.isEmpty() || model.size() != mutant.size()) {
            return false;
        }
        boolean inPlace = true;
        for (int i = 0; i < model.size(); i++) {
            Attribution expected = model.get(i).attribution();
            Attribution actual = mutant.get(i).attribution();
            if (!sameNumbers(expected, actual) || !samePermuted(expected.prediction(), actual.prediction())) {
                return false;
            }
            inPlace &= samePrediction(expected.prediction(), actual.prediction());
        }
        return inPlace || MovedLabels.changeNothing(check, model, own);
    }

    private static boolean sameNumbers(Attribution model, Attribution mutant) {
        double ofTokens = SAME * model.maxMagnitude();
        double ofText = SAME * Math.max(model.maxMagnitude(), Math.abs(model.inputScore()));
        return model.text().equals(mutant.text())
                && model.convergence().converged() == mutant.convergence().converged()
                && same(model.inputScore(), mutant.inputScore(), ofText)
                && same(model.baselineScore(), mutant.baselineScore(), ofText)
                && same(scores(model), scores(mutant), ofTokens)
                && same(uncertainties(model), uncertainties(mutant), ofTokens);
    }

    private static List<Double> scores(Attribution attribution) {
        return attribution.tokens().stream().map(TokenScore::score).toList();
    }

    private static List<Double> uncertainties(Attribution attribution) {
        return attribution.tokens().stream().map(TokenScore::uncertainty).toList();
    }

    private static boolean samePrediction(Prediction model, Prediction mutant) {
        return model.labels().equals(mutant.labels())
                && same(model.scores(), mutant.scores(), tolerance(model))
                && same(model.probabilities(), mutant.probabilities(), SAME);
    }

    private static boolean samePermuted(Prediction model, Prediction mutant) {
        return model.labels().equals(mutant.labels())
                && same(sorted(model.scores()), sorted(mutant.scores()), tolerance(model))
                && same(sorted(model.probabilities()), sorted(mutant.probabilities()), SAME);
    }

    private static double tolerance(Prediction model) {
        return SAME * model.scores().stream().mapToDouble(Math::abs).max().orElse(0);
    }

    private static List<Double> sorted(List<Double> numbers) {
        return numbers.stream().sorted().toList();
    }

    private static boolean same(List<Double> expected, List<Double> actual, double tolerance) {
        return expected.size() == actual.size()
                && IntStream.range(0, expected.size()).allMatch(i -> same(expected.get(i), actual.get(i), tolerance));
    }

    /** Numbers that do not exist, such as the score of a baseline that a method does not have, are the same. */
    private static boolean same(double expected, double actual, double tolerance) {
        return Double.compare(expected, actual) == 0 || Math.abs(expected - actual) <= tolerance;
    }
}
