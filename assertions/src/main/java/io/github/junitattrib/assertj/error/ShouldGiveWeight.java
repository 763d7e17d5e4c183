package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.text.WordSelection;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of an expected sign. */
public final class ShouldGiveWeight extends Sentence {

    private ShouldGiveWeight(String sentence, Evidence evidence) {
        super(sentence, evidence);
    }

    /**
     * Says that the word does not support the target.
     *
     * @param attribution what was judged
     * @param word the word
     * @return the message
     */
    public static ErrorMessageFactory shouldGivePositiveWeight(Attribution attribution, WordSelection word) {
        return failure(attribution, word, "positive");
    }

    /**
     * Says that the word does not oppose the target.
     *
     * @param attribution what was judged
     * @param word the word
     * @return the message
     */
    public static ErrorMessageFactory shouldGiveNegativeWeight(Attribution attribution, WordSelection word) {
        return failure(attribution, word, "negative");
    }

    /**
     * Says that the score may as well support the target as oppose it.
     *
     * @param attribution what was judged
     * @param word the word
     * @param sign the sign that was expected: {@code positive} or {@code negative}
     * @return the message
     */
    public static ErrorMessageFactory unclearWeight(Attribution attribution, WordSelection word, String sign) {
        Numbers numbers = Numbers.of(attribution);
        String question =
                WordNames.quoted(attribution, word) + " has a " + sign + " weight toward " + attribution.label();
        return CannotTell.near(
                attribution,
                question,
                "its score " + numbers.signed(word.score()) + " is within its "
                        + numbers.uncertainty(word.uncertainty()),
                word.score(),
                Estimate.of(word.score(), word.uncertainty()),
                evidence(attribution, word, sign));
    }

    private static ErrorMessageFactory failure(Attribution attribution, WordSelection word, String sign) {
        return new ShouldGiveWeight(
                "Expected " + WordNames.quoted(attribution, word) + " to have a " + sign + " weight toward "
                        + attribution.label() + ", but its score is "
                        + Numbers.of(attribution).signed(word.score()) + ".",
                evidence(attribution, word, sign));
    }

    private static Evidence evidence(Attribution attribution, WordSelection word, String sign) {
        return new Evidence(attribution).score(word).note(word.span(), "expected " + sign);
    }
}
