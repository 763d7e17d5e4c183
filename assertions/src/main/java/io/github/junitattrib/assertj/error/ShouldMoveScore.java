package io.github.junitattrib.assertj.error;

import io.github.junitattrib.text.WordSelection;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a word whose score, sign or share should move, or stay, under a change of the text. */
public final class ShouldMoveScore extends BasicErrorMessageFactory {

    private ShouldMoveScore(String expected, String change, String found, String evidence) {
        super(
                "Expected %s under %s, but %s.%s",
                unquotedString(expected), unquotedString(change), unquotedString(found), unquotedString(evidence));
    }

    /**
     * Says that the score does otherwise.
     *
     * @param pair the two attributions
     * @param word the word of the original text
     * @param other the same word of the changed text
     * @param move what was expected of it, such as {@code keep its sign}
     * @return the message
     */
    public static ErrorMessageFactory shouldMoveScore(
            ChangedPair pair, WordSelection word, WordSelection other, String move) {
        return new ShouldMoveScore(
                WordNames.quoted(pair.original(), word) + " to " + move + " toward "
                        + pair.original().label(),
                ChangeSentences.change(pair),
                ChangeSentences.but(pair, "it scores " + ChangeSentences.scores(pair, word.score(), other.score())),
                new ChangeEvidence(pair)
                        .note(word.span(), "expected to " + move)
                        .text());
    }

    /**
     * Says that the share does not stay.
     *
     * @param pair the two attributions
     * @param word the word of the original text
     * @param within by how much it may move
     * @param before its share of all scores in the original text
     * @param after its share in the changed text
     * @return the message
     */
    public static ErrorMessageFactory shouldKeepShare(
            ChangedPair pair, WordSelection word, double within, double before, double after) {
        Numbers numbers = Numbers.of(pair.original());
        return new ShouldMoveScore(
                WordNames.quoted(pair.original(), word) + " to keep its share of the scores toward "
                        + pair.original().label() + " within " + within,
                ChangeSentences.change(pair),
                ChangeSentences.but(
                        pair, "it is " + numbers.plain(before) + " before and " + numbers.plain(after) + " after"),
                new ChangeEvidence(pair)
                        .note(word.span(), "expected to keep its share")
                        .text());
    }
}
