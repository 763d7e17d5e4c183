package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of an expected last place. */
public final class ShouldRankLast extends Sentence {

    private ShouldRankLast(String sentence, Evidence evidence) {
        super(sentence, evidence);
    }

    /**
     * Says that another word ranks below.
     *
     * @param attribution what was judged
     * @param margin the word below it, then the expected one
     * @return the message
     */
    public static ErrorMessageFactory shouldRankLast(Attribution attribution, Margin margin) {
        return new ShouldRankLast(
                "Expected " + WordNames.quoted(attribution, margin.second()) + " to rank last "
                        + Phrases.toward(attribution, margin.by()) + ", but "
                        + Standing.of(attribution, margin.reversed()) + ".",
                evidence(attribution, margin));
    }

    /**
     * Says that the last place is not certain.
     *
     * @param attribution what was judged
     * @param margin the rival, then the expected word
     * @return the message
     */
    public static ErrorMessageFactory unclearLast(Attribution attribution, Margin margin) {
        String question = WordNames.quoted(attribution, margin.second()) + " ranks last "
                + Phrases.toward(attribution, margin.by()) + " and not "
                + WordNames.quoted(attribution, margin.first());
        return CannotTell.compare(attribution, question, margin, evidence(attribution, margin));
    }

    private static Evidence evidence(Attribution attribution, Margin margin) {
        return new Evidence(attribution)
                .margin(margin)
                .note(margin.second().span(), "expected last")
                .note(margin.first().span(), "rival of " + WordNames.quoted(attribution, margin.second()));
    }
}
