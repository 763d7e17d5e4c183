package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a ranking of two words. */
public final class ShouldRankAbove extends Sentence {

    private ShouldRankAbove(String higher, String lower, String target, String standing, Evidence evidence) {
        super("Expected " + higher + " to rank above " + lower + " " + target + ", but " + standing + ".", evidence);
    }

    /**
     * Says that the second word has the higher score.
     *
     * @param attribution what was judged
     * @param margin the two words
     * @return the message
     */
    public static ErrorMessageFactory shouldRankAbove(Attribution attribution, Margin margin) {
        return new ShouldRankAbove(
                WordNames.quoted(attribution, margin.first()),
                WordNames.quoted(attribution, margin.second()),
                Phrases.toward(attribution, margin.by()),
                Standing.of(attribution, margin),
                evidence(attribution, margin));
    }

    /**
     * Says that neither order is certain.
     *
     * @param attribution what was judged
     * @param margin the two words
     * @return the message
     */
    public static ErrorMessageFactory unclearRanking(Attribution attribution, Margin margin) {
        String question = WordNames.quoted(attribution, margin.first()) + " ranks above "
                + WordNames.quoted(attribution, margin.second()) + " " + Phrases.toward(attribution, margin.by());
        return CannotTell.compare(attribution, question, margin, evidence(attribution, margin));
    }

    private static Evidence evidence(Attribution attribution, Margin margin) {
        return new Evidence(attribution)
                .margin(margin)
                .note(margin.first().span(), "expected above " + WordNames.quoted(attribution, margin.second()))
                .note(margin.second().span(), "expected below " + WordNames.quoted(attribution, margin.first()));
    }
}
