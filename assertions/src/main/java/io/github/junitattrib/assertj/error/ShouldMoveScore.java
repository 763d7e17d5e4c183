package io.github.junitattrib.assertj.error;

import io.github.junitattrib.RankedBy;
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
     * @param within by how much it may move, such as {@code within 0.1}
     * @param before its share of all scores in the original text
     * @param after its share in the changed text
     * @param by whether the sign counts
     * @return the message
     */
    public static ErrorMessageFactory shouldKeepShare(
            ChangedPair pair, WordSelection word, String within, Estimate before, Estimate after, RankedBy by) {
        return new ShouldMoveScore(
                WordNames.quoted(pair.original(), word) + " to keep its share of the scores "
                        + Phrases.toward(pair.original(), by) + " " + within,
                ChangeSentences.change(pair),
                ChangeSentences.but(pair, "it is " + shares(before, after)),
                shareEvidence(pair, word, by).text());
    }

    /**
     * Says that the error bars of the two shares leave the answer open.
     *
     * @param pair the two attributions
     * @param word the word of the original text
     * @param within by how much it may move, such as {@code within 0.1}
     * @param before its share of all scores in the original text
     * @param after its share in the changed text
     * @param by whether the sign counts
     * @return the message
     */
    public static ErrorMessageFactory unclearShares(
            ChangedPair pair, WordSelection word, String within, Estimate before, Estimate after, RankedBy by) {
        String question = WordNames.quoted(pair.original(), word) + " keeps its share of the scores "
                + Phrases.toward(pair.original(), by) + " " + within;
        return UnclearChange.withinBars(
                pair,
                question,
                "it is " + shares(before, after) + ", but within the error bars of the scores it may be anywhere "
                        + range(before) + " before and " + range(after) + " after",
                shareEvidence(pair, word, by));
    }

    private static String shares(Estimate before, Estimate after) {
        Numbers numbers = Numbers.ofShares();
        return numbers.plain(before.value()) + " before and " + numbers.plain(after.value()) + " after";
    }

    private static String range(Estimate share) {
        Numbers numbers = Numbers.ofShares();
        return "from " + numbers.plain(share.low()) + " to " + numbers.plain(share.high());
    }

    private static ChangeEvidence shareEvidence(ChangedPair pair, WordSelection word, RankedBy by) {
        return new ChangeEvidence(pair).rankedBy(by).note(word.span(), "expected to keep its share");
    }
}
