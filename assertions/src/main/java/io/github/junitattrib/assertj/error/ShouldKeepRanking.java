package io.github.junitattrib.assertj.error;

import java.util.Locale;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a ranking that should stay under a change of the text. */
public final class ShouldKeepRanking extends BasicErrorMessageFactory {

    private ShouldKeepRanking(String target, String change, double least, String found, String evidence) {
        super(
                "Expected the ranking toward %s to stay under %s with a Spearman correlation of at least %s, but %s.%s",
                unquotedString(target), unquotedString(change), least, unquotedString(found), unquotedString(evidence));
    }

    /**
     * Says that the two rankings agree less.
     *
     * @param pair the two attributions
     * @param least the agreement that was expected
     * @param correlation the agreement of the words that both texts have
     * @return the message
     */
    public static ErrorMessageFactory shouldKeepRanking(ChangedPair pair, double least, double correlation) {
        return new ShouldKeepRanking(
                pair.original().label(),
                ChangeSentences.change(pair),
                least,
                ChangeSentences.but(pair, String.format(Locale.ROOT, "it is %.4f", correlation)),
                new ChangeEvidence(pair).text());
    }
}
