package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.text.WordSelection;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of several expected first places. */
public final class ShouldHaveTopTokens extends Sentence {

    private ShouldHaveTopTokens(String sentence, Evidence evidence) {
        super(sentence, evidence);
    }

    /**
     * Says that other words come first, whatever the order.
     *
     * @param attribution what was judged
     * @param expected the words that should come first
     * @param margin the first of them that another word ranks above, and that word
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveTopTokens(
            Attribution attribution, List<WordSelection> expected, Margin margin) {
        return new ShouldHaveTopTokens(
                "Expected " + top(attribution, expected, margin) + " to be " + Phrases.words(attribution, expected)
                        + (expected.size() > 1 ? " in any order" : "") + but(expected)
                        + Phrases.words(attribution, actual(attribution, expected, margin)) + ".",
                evidence(attribution, expected, margin));
    }

    /**
     * Says that other words come first, or the same in another order.
     *
     * @param attribution what was judged
     * @param expected the words that should come first, in their order
     * @param margin a word and one that ranks above it, but should not
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveTopTokensInOrder(
            Attribution attribution, List<WordSelection> expected, Margin margin) {
        return new ShouldHaveTopTokens(
                "Expected " + top(attribution, expected, margin) + " to be " + Phrases.inOrder(attribution, expected)
                        + but(expected)
                        + Phrases.inOrder(attribution, actual(attribution, expected, margin)) + ".",
                evidence(attribution, expected, margin));
    }

    /**
     * Says which two words leave the answer open.
     *
     * @param attribution what was judged
     * @param expected the words that should come first
     * @param margin the two words that tie
     * @return the message
     */
    public static ErrorMessageFactory unclearTopTokens(
            Attribution attribution, List<WordSelection> expected, Margin margin) {
        String question =
                top(attribution, expected, margin) + " are " + Phrases.words(attribution, expected) + ", with "
                        + WordNames.quoted(attribution, margin.first()) + " above "
                        + WordNames.quoted(attribution, margin.second());
        return CannotTell.compare(attribution, question, margin, evidence(attribution, expected, margin));
    }

    private static String but(List<WordSelection> expected) {
        return expected.size() == 1 ? ", but it is " : ", but they are ";
    }

    private static String top(Attribution attribution, List<WordSelection> expected, Margin margin) {
        String tokens = expected.size() == 1 ? "the top token " : "the top " + expected.size() + " tokens ";
        return tokens + Phrases.toward(attribution, margin.by());
    }

    private static List<WordSelection> actual(Attribution attribution, List<WordSelection> expected, Margin margin) {
        return attribution.ranking(margin.by()).stream()
                .limit(expected.size())
                .map(WordSelection::of)
                .toList();
    }

    private static Evidence evidence(Attribution attribution, List<WordSelection> expected, Margin margin) {
        Evidence evidence = new Evidence(attribution).margin(margin);
        expected.forEach(word -> evidence.note(word.span(), "expected among the top " + expected.size()));
        boolean among = expected.stream()
                .anyMatch(word -> word.span().equals(margin.second().span()));
        return among
                ? evidence
                : evidence.note(margin.second().span(), "rival of " + WordNames.quoted(attribution, margin.first()));
    }
}
