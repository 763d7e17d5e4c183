package io.github.junitattrib.report;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says what a model predicts of a text, and whether a person said the same: by what its scores are. */
final class PredictionWords {

    private PredictionWords() {}

    /** Returns the class that wins, the labels that are predicted each for itself, or the values of a regression. */
    static String of(Prediction prediction) {
        if (prediction.isExclusive()) {
            return prediction.label();
        }
        List<String> named = prediction.kind() == ScoreKind.VALUES ? values(prediction) : prediction.predicted();
        return named.isEmpty() ? "no label" : String.join(", ", named);
    }

    private static List<String> values(Prediction prediction) {
        return IntStream.range(0, prediction.labels().size())
                .mapToObj(i -> prediction.labels().get(i) + " "
                        + Decimals.plain(prediction.scores().get(i), 3))
                .toList();
    }

    /** Whether a class is predicted; no value of a regression is. */
    static boolean isPredicted(Prediction prediction, int index) {
        return prediction.isExclusive()
                ? index == prediction.index()
                : prediction.predicted().contains(prediction.labels().get(index));
    }

    /**
     * Compares with the label that a person gave, as {@code predicts(..)} would.
     *
     * @return empty where nobody can tell: of a regression, of a tie, of a class without others
     */
    static Optional<StatusView> judged(Prediction prediction, String gold) {
        boolean exclusive = prediction.isExclusive();
        boolean alone = exclusive && prediction.labels().size() == 1;
        if (prediction.kind() == ScoreKind.VALUES || alone || !prediction.isDistribution()) {
            return Optional.empty();
        }
        int index = prediction.labels().indexOf(gold);
        if (index < 0) {
            return Optional.of(new StatusView("calm", "\u2013", "no class of the model"));
        }
        return switch (prediction.predicts(index)) {
            case PASS ->
                Optional.of(new StatusView("good", "\u2713", exclusive ? "predicted rightly" : "is predicted"));
            case FAIL ->
                Optional.of(new StatusView("bad", "\u2715", exclusive ? "predicted wrongly" : "is not predicted"));
            case INCONCLUSIVE -> Optional.empty();
        };
    }
}
