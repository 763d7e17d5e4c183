package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTargetException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Target;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.Estimate;
import java.util.Objects;

/** What a model says of a text, class by class, with what rounding leaves open. */
final class Outputs {

    static final String NO_BOUND = "The bound must not be null. Give one such as Bound.atLeast(0.9).";

    private final Prediction prediction;
    private final String label;
    private final int index;

    private Outputs(Attribution attribution, String label) {
        this.prediction = attribution.prediction();
        requireGiven(label);
        this.label = label;
        this.index =
                Target.label(label).resolve(prediction, attribution.model()).index();
    }

    static void requireGiven(String label) {
        Objects.requireNonNull(label, "A class must not be null. Name one of the model's labels.");
    }

    /**
     * Looks at one class.
     *
     * @throws io.github.junitattrib.UnknownLabelException if the model has no such class; it lists those that it has
     */
    static Outputs of(Attribution attribution, String label) {
        return new Outputs(attribution, label);
    }

    /** Whether the class is predicted: the highest of all where one is right, else from a probability of one half on. */
    Verdict predicted() {
        if (prediction.kind() == ScoreKind.VALUES) {
            throw new InvalidTargetException(
                    "The model's scores are values of a regression, so that it predicts no class"
                            + " and " + label + " neither. Assert on the value, as in scoreOf(\"" + label
                            + "\").isGreaterThan(..).");
        }
        requireDistribution();
        requireOthers();
        return prediction.predicts(index);
    }

    /** Whether exactly one class is right, so that the highest wins: a matter of the model, never of its numbers for a text. */
    boolean isExclusive() {
        return prediction.isExclusive();
    }

    /** The probability of the class. */
    Estimate probability() {
        if (prediction.probabilities().isEmpty()) {
            throw new InvalidTargetException("The model's scores are values of a regression, so that " + label
                    + " has no probability. Assert on the value, as in scoreOf(\"" + label + "\").isGreaterThan(..).");
        }
        return Estimate.of(prediction.probabilities().get(index), prediction.probabilityNoise());
    }

    /** The score of the class, as the model gives it. */
    Estimate scoreWithNoise() {
        return Estimate.of(score(), prediction.scoreNoise());
    }

    /** Refuses probabilities that cannot be of classes that exclude each other: nothing says from where on one counts. */
    private void requireDistribution() {
        if (!prediction.isDistribution()) {
            throw new InvalidTargetException("Probabilities of "
                    + prediction.labels().size()
                    + " classes that exclude each other sum to 1,"
                    + " but those of " + prediction.labels() + " are " + prediction.probabilities()
                    + ", so that it is open whether " + label + " is predicted. If each label counts for itself, assert"
                    + " on its probability, as in probabilityOf(\"" + label + "\").isGreaterThan(0.5), or give logits"
                    + " as ScoreKind.MULTI_LABEL_LOGITS.");
        }
    }

    private double score() {
        return prediction.scores().get(index);
    }

    private void requireOthers() {
        if (isExclusive() && prediction.labels().size() == 1) {
            throw new InvalidTargetException("The model has the class " + label
                    + " alone, so that it predicts it for every text. Assert on its score, as in scoreOf(\"" + label
                    + "\").isGreaterThan(..).");
        }
    }
}
