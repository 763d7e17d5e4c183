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
                evidence(attribution, expected, margin, false));
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
                evidence(attribution, expected, margin, true));
    }

    /**
     * Says which two words leave the answer open.
     *
     * @param attribution what was judged
     * @param expected the words that should come first
     * @param margin the two words that tie
     * @param inOrder whether they should come in their order
     * @return the message
     */
    public static ErrorMessageFactory unclearTopTokens(
            Attribution attribution, List<WordSelection> expected, Margin margin, boolean inOrder) {
        String words = inOrder ? Phrases.inOrder(attribution, expected) : Phrases.words(attribution, expected);
        String question =
                top(attribution, expected, margin) + (expected.size() == 1 ? " is " : " are ") + words + ", with "
                        + WordNames.quoted(attribution, margin.first()) + " above "
                        + WordNames.quoted(attribution, margin.second());
        return CannotTell.compare(attribution, question, margin, evidence(attribution, expected, margin, inOrder));
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

    private static Evidence evidence(
            Attribution attribution, List<WordSelection> expected, Margin margin, boolean inOrder) {
        Evidence evidence = new Evidence(attribution).margin(margin);
        for (int i = 0; i < expected.size(); i++) {
            String place = inOrder ? Ordinals.of(i + 1) : "among the top " + expected.size();
            evidence.note(expected.get(i).span(), "expected " + place);
        }
        boolean among = expected.stream()
                .anyMatch(word -> word.span().equals(margin.second().span()));
        return among
                ? evidence
                : evidence.note(margin.second().span(), "rival of " + WordNames.quoted(attribution, margin.first()));
    }
}
