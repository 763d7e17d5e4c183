package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.text.WordSelection;
import java.util.Locale;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a word that should not matter. */
public final class ShouldIgnore extends Sentence {

    private ShouldIgnore(String sentence, Evidence evidence) {
        super(sentence, evidence);
    }

    /**
     * Says that the score is larger than what counts as none.
     *
     * @param attribution what was judged
     * @param word the word
     * @param limit what counts as none, such as {@code 5% of the largest}
     * @param share the magnitude as a part of the largest of the text
     * @return the message
     */
    public static ErrorMessageFactory shouldIgnore(
            Attribution attribution, WordSelection word, String limit, double share) {
        return new ShouldIgnore(
                "Expected " + WordNames.quoted(attribution, word) + " to be ignored toward " + attribution.label()
                        + ", within " + limit + ", but its score is "
                        + Numbers.of(attribution).signed(word.score()) + part(share) + ".",
                evidence(attribution, word));
    }

    /**
     * Says that the score may or may not count as none.
     *
     * @param attribution what was judged
     * @param word the word
     * @param limit what counts as none, such as {@code 5% of the largest}
     * @param distance how far the score is from the limit
     * @param share the magnitude as a part of the largest of the text
     * @return the message
     */
    public static ErrorMessageFactory unclearIgnorance(
            Attribution attribution, WordSelection word, String limit, double distance, double share) {
        Numbers numbers = Numbers.of(attribution);
        return CannotTell.near(
                attribution,
                WordNames.quoted(attribution, word) + " is ignored toward " + attribution.label() + ", within " + limit,
                "its score " + numbers.signed(word.score()) + part(share) + " has "
                        + numbers.uncertainty(word.uncertainty()),
                distance,
                Estimate.of(word.score(), word.uncertainty()),
                evidence(attribution, word));
    }

    /**
     * Says that no word has a score, so that nothing can be said of one of them in proportion.
     *
     * @param attribution what was judged
     * @param word the word
     * @return the message
     */
    public static ErrorMessageFactory nothingToIgnore(Attribution attribution, WordSelection word) {
        return CannotTell.because(
                WordNames.quoted(attribution, word) + " is ignored toward " + attribution.label(),
                "the scores of all words are 0, so that it is no part of the largest",
                "Explain another target, baseline or text.",
                new Evidence(attribution).note(word.span(), "expected to be ignored"));
    }

    private static String part(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, " (%.1f %% of the largest)", 100 * share) : "";
    }

    private static Evidence evidence(Attribution attribution, WordSelection word) {
        return new Evidence(attribution).score(word).note(word.span(), "expected to be ignored");
    }
}
