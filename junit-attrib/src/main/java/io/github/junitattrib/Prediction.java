package io.github.junitattrib;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a classifier says of one text.
 *
 * @param kind what the scores are
 * @param labels names of the classes, in the order of the model's outputs
 * @param scores score per class, as the kind says
 * @param probabilities probability per class; empty if the kind is {@link ScoreKind#VALUES}
 */
public record Prediction(ScoreKind kind, List<String> labels, List<Double> scores, List<Double> probabilities) {

    /** How far a probability is off that a service rounds to two digits, and a little for the sum in float64. */
    private static final double ROUNDED = 0.005 + 1e-9;
    /** What float32 resolves, relative to the largest score. */
    private static final double RESOLUTION = 1e-6;

    /** How far numbers of six digits are off, and float32 with them. */
    private static final double DIGITS = 1e-5;

    /**
     * Copies the lists.
     *
     * @param kind what the scores are
     * @param labels names of the classes, in the order of the model's outputs
     * @param scores score per class, as the kind says
     * @param probabilities probability per class; empty if the kind is {@link ScoreKind#VALUES}
     * @throws IllegalArgumentException if the lists are empty or differ in length, or two labels are the same
     */
    public Prediction {
        labels = List.copyOf(labels);
        scores = List.copyOf(scores);
        probabilities = List.copyOf(probabilities);
        int expected = kind == ScoreKind.VALUES ? 0 : labels.size();
        if (labels.isEmpty() || labels.size() != scores.size() || expected != probabilities.size()) {
            throw new IllegalArgumentException(
                    "A prediction needs one score for each label, and one probability unless the scores are VALUES,"
                            + " but has " + labels.size() + " labels, " + scores.size() + " scores and "
                            + probabilities.size() + " probabilities.");
        }
        if (Set.copyOf(labels).size() < labels.size()) {
            throw new IllegalArgumentException("The classes of a prediction need a name each, but are " + labels
                    + ". Name them apart: tests ask for classes by their names.");
        }
    }

    /**
     * Makes a prediction from the scores alone.
     *
     * @param kind what the scores are
     * @param labels names of the classes
     * @param scores one for each
     * @return the prediction, with the probabilities that belong to the scores
     * @throws IllegalArgumentException if the numbers do not fit the labels, or probabilities are not between 0 and 1
     */
    public static Prediction of(ScoreKind kind, List<String> labels, double[] scores) {
        return new Prediction(kind, labels, boxed(scores), boxed(kind.probabilities(scores)));
    }

    /**
     * Makes the prediction of a single-label classifier: probabilities are the softmax of the logits.
     *
     * @param labels names of the classes
     * @param logits one logit for each
     * @return the prediction
     */
    public static Prediction ofLogits(List<String> labels, double[] logits) {
        return of(ScoreKind.LOGITS, labels, logits);
    }

    /**
     * Makes the prediction of a classifier that gives probabilities, such as a service.
     *
     * @param labels names of the classes
     * @param probabilities one for each, from 0 to 1
     * @return the prediction
     * @throws IllegalArgumentException if a number is no probability
     */
    public static Prediction ofProbabilities(List<String> labels, double[] probabilities) {
        return of(ScoreKind.PROBABILITIES, labels, probabilities);
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /**
     * Refuses a model that gives no prediction at all, as code that users write may.
     *
     * @param prediction what the model gave, or null
     * @param model the model
     * @param text the text that it was asked about
     * @return the prediction
     * @throws ModelLoadException if there is none; it names the model and the text
     */
    public static Prediction requireGiven(@Nullable Prediction prediction, ModelFacts model, String text) {
        if (prediction == null) {
            throw new ModelLoadException("Model " + model.name() + " gives no prediction (null) for the text \"" + text
                    + "\". Have its predict(…) return one for every text, such as Prediction.ofLogits(labels(), …).");
        }
        return prediction;
    }

    /**
     * Refuses scores that are no finite numbers: there is no largest of them, and nothing to explain.
     *
     * @param model the model that gave them
     * @param text the text that it was asked about
     * @return this prediction
     * @throws ModelLoadException if a score is not a number or infinite; it names the model, the text and the scores
     */
    public Prediction requireFinite(ModelFacts model, String text) {
        return requireFinite(model, text, "Check what it computes for this text");
    }

    /**
     * Refuses scores that are no finite numbers, where it is known what to look at.
     *
     * @param model the model that gave them
     * @param text the text that it was asked about
     * @param remedy what to do, such as {@code Check its weights}
     * @return this prediction
     * @throws ModelLoadException if a score is not a number or infinite; it names the model, the text and the scores
     */
    public Prediction requireFinite(ModelFacts model, String text, String remedy) {
        if (scores.stream().allMatch(Double::isFinite)) {
            return this;
        }
        throw new ModelLoadException("Model " + model.name() + " gives scores that are no finite numbers: " + scores
                + " for " + labels + " on the text \"" + text + "\". " + remedy
                + ": a class predicted from these would mean"
                + " nothing.");
    }

    /**
     * Returns the class with the highest score; the first of them on a tie.
     *
     * @return its index in {@link #labels()}
     */
    public int index() {
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            if (scores.get(i) > scores.get(best)) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Returns the name of the predicted class.
     *
     * @return the label at {@link #index()}
     */
    public String label() {
        return labels.get(index());
    }

    /**
     * Returns the probability of the predicted class.
     *
     * @return a number between 0 and 1; empty if the scores are {@link ScoreKind#VALUES}
     */
    public OptionalDouble probability() {
        return probabilities.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(probabilities.get(index()));
    }

    /**
     * Says whether exactly one class is right, so that the highest wins: a matter of the model, never of its numbers for a
     * text.
     *
     * @return false for labels that stand for themselves, for a single probability and for a regression
     */
    public boolean isExclusive() {
        return kind == ScoreKind.LOGITS || (kind == ScoreKind.PROBABILITIES && labels.size() > 1);
    }

    /**
     * Says whether probabilities sum to 1, as those of classes do that exclude each other; rounding to two digits is allowed.
     *
     * @return true too for logits, whose probabilities do so by themselves
     */
    public boolean isDistribution() {
        double sum = probabilities.stream().mapToDouble(p -> p).sum();
        return !isExclusive() || Math.abs(sum - 1) <= ROUNDED * labels.size();
    }

    /**
     * Returns the predicted classes: the highest where they exclude each other, else each label with a probability of one
     * half or more.
     *
     * @return empty for a regression, and where no label has one half
     */
    public List<String> predicted() {
        return predicted(0);
    }

    /**
     * Says whether a class is predicted: the highest of all where one is right, else from a probability of one half on.
     *
     * @param index of the class; of a regression there is none to ask for
     * @return inconclusive on a tie, as close as float32 can tell
     */
    public Verdict predicts(int index) {
        double lead = lead(index);
        double noise = isExclusive() ? scoreNoise() : probabilityNoise();
        if (lead > noise) {
            return Verdict.PASS;
        }
        return lead < -noise ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }

    /**
     * Returns what float32 leaves open of a score.
     *
     * @return relative to the largest; 0 for probabilities, which are given as they are
     */
    public double scoreNoise() {
        double largest = scores.stream().mapToDouble(Math::abs).max().orElse(0);
        return kind == ScoreKind.PROBABILITIES ? 0 : RESOLUTION * Math.max(1, largest);
    }

    /**
     * Returns what float32 leaves open of a probability.
     *
     * @return 0 for probabilities that the model gives itself
     */
    public double probabilityNoise() {
        return kind == ScoreKind.PROBABILITIES ? 0 : RESOLUTION;
    }

    /**
     * Says whether another prediction is a different one, whatever rounding to six digits did to both.
     *
     * @param other what is predicted elsewhere, of labels in any order
     * @return false for two regressions, and where classes tie
     */
    public boolean contradicts(Prediction other) {
        List<String> possible = predicted(-DIGITS);
        List<String> others = other.predicted(-DIGITS);
        return !others.containsAll(predicted(DIGITS)) || !possible.containsAll(other.predicted(DIGITS));
    }

    /** The classes that are predicted by a lead of at least so much, as a share of the largest score. */
    private List<String> predicted(double lead) {
        double largest = scores.stream().mapToDouble(Math::abs).max().orElse(0);
        List<String> predicted = new ArrayList<>();
        for (int i = 0; i < probabilities.size(); i++) {
            boolean first = lead != 0 || !isExclusive() || i == index();
            if (first && lead(i) >= lead * Math.max(1, largest)) {
                predicted.add(labels.get(i));
            }
        }
        return predicted;
    }

    /**
     * Returns how far a class is above where it begins to be predicted: above the highest other score where one class is
     * right, else above a probability of one half.
     *
     * @param index of the class
     * @return negative if it is not predicted
     */
    public double lead(int index) {
        if (!isExclusive()) {
            return probabilities.get(index) - 0.5;
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < scores.size(); other++) {
            highest = other == index ? highest : Math.max(highest, scores.get(other));
        }
        return scores.get(index) - highest;
    }
}
