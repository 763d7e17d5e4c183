package io.github.junitattrib.assertj.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of predictions that should stay, or change, under a change of the text. */
public final class ShouldKeepPrediction extends BasicErrorMessageFactory {

    private ShouldKeepPrediction(String expected, String change, String found, String evidence) {
        super(
                "Expected the prediction to %s under %s, but it %s.%s",
                unquotedString(expected), unquotedString(change), unquotedString(found), unquotedString(evidence));
    }

    /**
     * Says that the prediction changed.
     *
     * @param pair the two attributions
     * @return the message
     */
    public static ErrorMessageFactory shouldKeepPrediction(ChangedPair pair) {
        return new ShouldKeepPrediction(
                "stay " + pair.original().prediction().label(),
                ChangeSentences.change(pair),
                "changes from " + ChangeEvidence.prediction(pair.original().prediction()) + " to "
                        + ChangeEvidence.prediction(pair.changed().prediction()),
                new ChangeEvidence(pair).text());
    }

    /**
     * Says that the prediction stayed.
     *
     * @param pair the two attributions
     * @return the message
     */
    public static ErrorMessageFactory shouldFlipPrediction(ChangedPair pair) {
        return new ShouldKeepPrediction(
                "change from " + pair.original().prediction().label(),
                ChangeSentences.change(pair),
                "stays: " + ChangeEvidence.prediction(pair.original().prediction()) + ", then "
                        + ChangeEvidence.prediction(pair.changed().prediction()),
                new ChangeEvidence(pair).text());
    }
}
