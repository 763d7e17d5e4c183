package io.github.junitattrib.assertj.error;

import java.util.Locale;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a probability that should rise or fall under a change of the text. */
public final class ShouldMoveProbability extends BasicErrorMessageFactory {

    private ShouldMoveProbability(String label, String move, String change, String found, String evidence) {
        super(
                "Expected the probability of %s to %s under %s, but %s.%s",
                unquotedString(label),
                unquotedString(move),
                unquotedString(change),
                unquotedString(found),
                unquotedString(evidence));
    }

    /**
     * Says that the probability moves the other way.
     *
     * @param pair the two attributions
     * @param label the class
     * @param rises whether it was expected to rise rather than to fall
     * @param before its probability for the original text
     * @param after its probability for the changed text
     * @return the message
     */
    public static ErrorMessageFactory shouldMoveProbability(
            ChangedPair pair, String label, boolean rises, double before, double after) {
        return new ShouldMoveProbability(
                label,
                rises ? "rise" : "fall",
                ChangeSentences.change(pair),
                ChangeSentences.but(pair, String.format(Locale.ROOT, "it goes from %.4f to %.4f", before, after)),
                new ChangeEvidence(pair).text());
    }
}
