package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.text.WordSelection;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a word's share in all scores of its text. */
public final class ShouldHaveShare extends Sentence {

    private ShouldHaveShare(String sentence, Evidence evidence) {
        super(sentence, evidence);
    }

    /**
     * Says that the share is another one.
     *
     * @param attribution what was judged
     * @param word the word
     * @param bound what the share should be
     * @param share what it is
     * @param by whether the sign counts
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveShare(
            Attribution attribution, WordSelection word, Bound bound, Estimate share, RankedBy by) {
        return new ShouldHaveShare(
                "Expected the share of " + WordNames.quoted(attribution, word) + " in all scores "
                        + Phrases.toward(attribution, by) + " to be " + bound + ", but it is "
                        + Numbers.ofShares().signed(share.value()) + ".",
                evidence(attribution, word, bound, share, by));
    }

    /**
     * Says that the share may lie on either side of the bound.
     *
     * @param attribution what was judged
     * @param word the word
     * @param bound what the share should be
     * @param share what it is
     * @param by whether the sign counts
     * @return the message
     */
    public static ErrorMessageFactory unclearShare(
            Attribution attribution, WordSelection word, Bound bound, Estimate share, RankedBy by) {
        String question = "the share of " + WordNames.quoted(attribution, word) + " in all scores "
                + Phrases.toward(attribution, by) + " is " + bound;
        Evidence evidence = evidence(attribution, word, bound, share, by);
        if (!attribution.convergence().converged()) {
            return CannotTell.unsettled(attribution, question, evidence);
        }
        if (Double.isNaN(share.value())) {
            return CannotTell.because(
                    question, "the scores of all words are 0", "Explain another target, baseline or text.", evidence);
        }
        return CannotTell.because(
                question,
                "within the error bars of the scores it may be anywhere " + range(share),
                Remedies.bars(attribution),
                evidence);
    }

    private static String range(Estimate share) {
        Numbers numbers = Numbers.ofShares();
        return "from " + numbers.signed(share.low()) + " to " + numbers.signed(share.high());
    }

    private static Evidence evidence(
            Attribution attribution, WordSelection word, Bound bound, Estimate share, RankedBy by) {
        return new Evidence(attribution)
                .rankedBy(by)
                .score(word)
                .fact("share", Numbers.ofShares().signed(share.value()) + "  (" + range(share) + ")")
                .note(word.span(), "expected share " + bound);
    }
}
