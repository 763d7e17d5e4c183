package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of an expected prediction. */
public final class ShouldPredict extends Sentence {

    private ShouldPredict(String sentence, Evidence evidence) {
        super(sentence, evidence);
    }

    /**
     * Says that another class has the highest score.
     *
     * @param attribution what was judged
     * @param label the class that should be predicted
     * @return the message
     */
    public static ErrorMessageFactory shouldPredict(Attribution attribution, String label) {
        return new ShouldPredict(
                "Expected " + label + " to be predicted, but " + predicted(attribution) + ".",
                PredictionFacts.evidence(attribution));
    }

    /**
     * Says that the class has the highest score.
     *
     * @param attribution what was judged
     * @param label the class that should not be predicted
     * @return the message
     */
    public static ErrorMessageFactory shouldNotPredict(Attribution attribution, String label) {
        return new ShouldPredict(
                "Expected " + label + " not to be predicted, but it is, with probability " + probability(attribution)
                        + ".",
                PredictionFacts.evidence(attribution));
    }

    /**
     * Says that a label that stands for itself has a probability below one half.
     *
     * @param attribution what was judged
     * @param label the label that should be predicted
     * @return the message
     */
    public static ErrorMessageFactory shouldPredictLabel(Attribution attribution, String label) {
        return ofLabel(attribution, label, " to be predicted");
    }

    /**
     * Says that a label that stands for itself has a probability above one half.
     *
     * @param attribution what was judged
     * @param label the label that should not be predicted
     * @return the message
     */
    public static ErrorMessageFactory shouldNotPredictLabel(Attribution attribution, String label) {
        return ofLabel(attribution, label, " not to be predicted");
    }

    /**
     * Says that the class ties with another one, or a label with one half.
     *
     * @param attribution what was judged
     * @param label the class
     * @return the message
     */
    public static ErrorMessageFactory unclearPrediction(Attribution attribution, String label) {
        return CannotTell.because(
                label + " is predicted",
                "its score is the same as the next one, or its probability as 0.5, as far as rounding can tell",
                "Test a text on which the model decides.",
                PredictionFacts.evidence(attribution));
    }

    private static ErrorMessageFactory ofLabel(Attribution attribution, String label, String expectation) {
        Prediction prediction = attribution.prediction();
        double probability = prediction.probabilities().get(prediction.labels().indexOf(label));
        return new ShouldPredict(
                "Expected " + label + expectation + ", but its probability is "
                        + Numbers.ofShares().plain(probability)
                        + ", and each label of this model counts from 0.5 on.",
                PredictionFacts.evidence(attribution));
    }

    private static String predicted(Attribution attribution) {
        return attribution.prediction().label() + " is, with probability " + probability(attribution);
    }

    private static String probability(Attribution attribution) {
        return Numbers.ofShares().plain(attribution.prediction().probability().orElse(Double.NaN));
    }
}
