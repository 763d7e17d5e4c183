package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of an expected first place. */
public final class ShouldHaveTopToken extends Sentence {

    private ShouldHaveTopToken(String word, String target, String standing, Evidence evidence) {
        super("Expected " + word + " to be the top token " + target + ", but " + standing + ".", evidence);
    }

    /**
     * Says that another word has a higher score.
     *
     * @param attribution what was judged
     * @param margin the expected word, then the one above it
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveTopToken(Attribution attribution, Margin margin) {
        return new ShouldHaveTopToken(
                WordNames.quoted(attribution, margin.first()),
                Phrases.toward(attribution, margin.by()),
                Standing.of(attribution, margin),
                evidence(attribution, margin));
    }

    /**
     * Says that the first place is not certain.
     *
     * @param attribution what was judged
     * @param margin the expected word, then its strongest rival
     * @return the message
     */
    public static ErrorMessageFactory unclearTopToken(Attribution attribution, Margin margin) {
        String question = WordNames.quoted(attribution, margin.first()) + " is the top token "
                + Phrases.toward(attribution, margin.by()) + " and not "
                + WordNames.quoted(attribution, margin.second());
        return CannotTell.compare(attribution, question, margin, evidence(attribution, margin));
    }

    private static Evidence evidence(Attribution attribution, Margin margin) {
        return new Evidence(attribution)
                .margin(margin)
                .note(margin.first().span(), "expected first")
                .note(margin.second().span(), "rival of " + WordNames.quoted(attribution, margin.first()));
    }
}
