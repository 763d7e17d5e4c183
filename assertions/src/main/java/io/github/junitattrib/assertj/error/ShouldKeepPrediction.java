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
                "stay " + pair.before().names(),
                ChangeSentences.change(pair),
                "changes from " + pair.before().text(pair.original().prediction()) + " to "
                        + pair.after().text(pair.changed().prediction()),
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
                "change from " + pair.before().names(),
                ChangeSentences.change(pair),
                "stays: " + pair.before().text(pair.original().prediction()) + ", then "
                        + pair.after().text(pair.changed().prediction()),
                new ChangeEvidence(pair).text());
    }

    /**
     * Says that classes tie, or a label is at one half, in one of the texts.
     *
     * @param pair the two attributions
     * @param flips whether the prediction should change
     * @return the message
     */
    public static ErrorMessageFactory unclearPrediction(ChangedPair pair, boolean flips) {
        boolean original = !pair.before().isSure();
        PredictedClasses unsure = original ? pair.before() : pair.after();
        return UnclearChange.because(
                pair,
                "the prediction " + (flips ? "changes" : "stays the same"),
                (unsure.exclusive() ? "classes tie" : "the probability of a label is 0.5") + " in the "
                        + (original ? "original" : "changed") + " text as far as rounding can tell: "
                        + unsure.text((original ? pair.original() : pair.changed()).prediction()),
                "Test texts on which the model decides.");
    }
}
