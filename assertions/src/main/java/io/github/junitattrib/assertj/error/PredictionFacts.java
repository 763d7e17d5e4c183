package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.report.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a prediction as lines of evidence. */
final class PredictionFacts {

    private static final int SHOWN = 10;

    private PredictionFacts() {}

    /** The evidence of what is said of a prediction: all scores, and all probabilities where there are some. */
    static Evidence evidence(Attribution attribution) {
        Prediction prediction = attribution.prediction();
        Numbers numbers = Numbers.ofShares();
        Evidence evidence = new Evidence(attribution)
                .fact(
                        "scores",
                        list(
                                prediction.labels(),
                                prediction.scores().stream()
                                        .map(numbers::signed)
                                        .toList()));
        return prediction.probabilities().isEmpty()
                ? evidence
                : evidence.fact(
                        "P(class)",
                        list(
                                prediction.labels(),
                                prediction.probabilities().stream()
                                        .map(numbers::plain)
                                        .toList()));
    }

    private static String list(List<String> labels, List<String> numbers) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, labels.size()); i++) {
            shown.add(VisibleText.inLine(labels.get(i)) + " " + numbers.get(i));
        }
        int more = labels.size() - SHOWN;
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }
}
