package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.report.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The classes that a model predicts of a text: the highest where they exclude each other, else each label that stands for
 * itself from 0.5 on.
 *
 * @param exclusive whether exactly one class is right
 * @param certain those that are predicted
 * @param open those of which rounding leaves it open
 */
public record PredictedClasses(boolean exclusive, List<String> certain, List<String> open) {

    /**
     * Copies the labels.
     *
     * @param exclusive whether exactly one class is right
     * @param certain those that are predicted
     * @param open those of which rounding leaves it open
     */
    public PredictedClasses {
        certain = List.copyOf(certain);
        open = List.copyOf(open);
    }

    /**
     * Says nothing: a regression predicts no class.
     *
     * @return no class at all
     */
    public static PredictedClasses none() {
        return new PredictedClasses(true, List.of(), List.of());
    }

    /**
     * Says whether a class is certainly predicted here and certainly not there, or the other way round.
     *
     * @param other what is predicted of another text
     * @return true if rounding cannot make the two the same
     */
    public boolean contradicts(PredictedClasses other) {
        return !other.mayHaveAll(certain) || !mayHaveAll(other.certain);
    }

    /**
     * Says whether rounding leaves nothing open.
     *
     * @return false on a tie of classes, or for a label at 0.5
     */
    public boolean isSure() {
        return open.isEmpty();
    }

    private boolean mayHaveAll(List<String> labels) {
        return labels.stream().allMatch(label -> certain.contains(label) || open.contains(label));
    }

    /** Such as {@code POSITIVE}, {@code [toxic, insult]} or {@code no label}. */
    String names() {
        return joined(certain, open);
    }

    /** The same with probabilities, or with the predicted number where no class is predicted. */
    String text(Prediction prediction) {
        if (exclusive && certain.isEmpty() && open.isEmpty()) {
            double number =
                    prediction.probability().orElseGet(() -> prediction.scores().get(prediction.index()));
            return withNumber(prediction.label(), number);
        }
        return joined(withNumbers(certain, prediction), withNumbers(open, prediction));
    }

    private String joined(List<String> sure, List<String> unsure) {
        if (exclusive) {
            return String.join(
                    " or ",
                    Stream.concat(sure.stream(), unsure.stream())
                            .map(VisibleText::inLine)
                            .toList());
        }
        List<String> all = Stream.concat(sure.stream(), unsure.stream().map(label -> "perhaps " + label))
                .map(VisibleText::inLine)
                .toList();
        return all.isEmpty() ? "no label" : "[" + String.join(", ", all) + "]";
    }

    private static List<String> withNumbers(List<String> labels, Prediction prediction) {
        return labels.stream()
                .map(label -> withNumber(
                        label,
                        prediction.probabilities().get(prediction.labels().indexOf(label))))
                .toList();
    }

    private static String withNumber(String label, double number) {
        return VisibleText.inLine(label) + String.format(Locale.ROOT, " %.3f", number);
    }
}
