package io.github.junitattrib.assertj.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a ranking that should stay under a change of the text. */
public final class ShouldKeepRanking extends BasicErrorMessageFactory {

    private ShouldKeepRanking(String target, String change, String agreement, String found, String evidence) {
        super(
                "Expected the ranking toward %s to stay under %s with a %s, but %s.%s",
                unquotedString(target),
                unquotedString(change),
                unquotedString(agreement),
                unquotedString(found),
                unquotedString(evidence));
    }

    /**
     * Says that the two rankings agree less.
     *
     * @param pair the two attributions
     * @param agreement of the words that both texts have
     * @return the message
     */
    public static ErrorMessageFactory shouldKeepRanking(ChangedPair pair, Measured agreement) {
        return new ShouldKeepRanking(
                pair.original().label(),
                ChangeSentences.change(pair),
                agreement.name() + " of " + agreement.bound(),
                ChangeSentences.but(pair, "it is " + agreement.value()),
                new ChangeEvidence(pair).text());
    }
}
