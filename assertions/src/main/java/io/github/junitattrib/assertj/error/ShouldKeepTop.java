package io.github.junitattrib.assertj.error;

import io.github.junitattrib.WordScore;
import io.github.junitattrib.report.VisibleText;
import java.util.List;
import java.util.Optional;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of top words that should stay the same under a change. */
public final class ShouldKeepTop extends BasicErrorMessageFactory {

    private ShouldKeepTop(String what, String change, String found, String evidence) {
        super(
                "Expected %s to stay the same under %s, but %s.%s",
                unquotedString(what), unquotedString(change), unquotedString(found), unquotedString(evidence));
    }

    /**
     * Says that a word of the original text enters or leaves the top.
     *
     * @param pair the two attributions
     * @param k how many words are the top
     * @param word the word
     * @return the message
     */
    public static ErrorMessageFactory shouldKeepTop(ChangedPair pair, int k, WordScore word) {
        String name = WordNames.quoted(pair.original(), word.text(), word.span());
        Optional<WordScore> now = pair.counterpart(word);
        String found = now.map(other -> name + renamed(word, other) + " goes from "
                        + Ordinals.of(rank(pair.original().ranking(), word)) + " to "
                        + Ordinals.of(rank(pair.changed().ranking(), other)))
                .orElseGet(() -> name + ", " + Ordinals.of(rank(pair.original().ranking(), word))
                        + " before, is not in the changed text");
        return new ShouldKeepTop(
                what(pair, k),
                ChangeSentences.change(pair),
                ChangeSentences.but(pair, found),
                new ChangeEvidence(pair).note(word.span(), "expected to stay").text());
    }

    /**
     * Says that a word that only the changed text has is among the top.
     *
     * @param pair the two attributions
     * @param k how many words are the top
     * @param inserted the word of the changed text
     * @return the message
     */
    public static ErrorMessageFactory shouldKeepTopFrom(ChangedPair pair, int k, WordScore inserted) {
        String found = WordNames.quoted(pair.changed(), inserted.text(), inserted.span())
                + ", which the change puts in, is "
                + Ordinals.of(rank(pair.changed().ranking(), inserted));
        return new ShouldKeepTop(
                what(pair, k),
                ChangeSentences.change(pair),
                ChangeSentences.but(pair, found),
                new ChangeEvidence(pair).text());
    }

    /**
     * Says that it is not certain which words are the top.
     *
     * @param pair the two attributions
     * @param k how many words are the top
     * @param unsure a word of the original text that may be one of them or not, before or after
     * @return the message
     */
    public static ErrorMessageFactory unclearTop(ChangedPair pair, int k, WordScore unsure) {
        return UnclearChange.withinBars(
                pair,
                question(pair, k),
                "the error bars of " + WordNames.quoted(pair.original(), unsure.text(), unsure.span())
                        + " and of others reach over the border between the " + Ordinals.of(k) + " and the "
                        + Ordinals.of(k + 1) + " word");
    }

    /**
     * Says what cannot be told.
     *
     * @param pair the two attributions
     * @param k how many words are the top
     * @return such as {@code the top 3 words toward POSITIVE stay the same}
     */
    public static String question(ChangedPair pair, int k) {
        return what(pair, k) + (k == 1 ? " stays the same" : " stay the same");
    }

    private static String what(ChangedPair pair, int k) {
        return (k == 1 ? "the top word" : "the top " + k + " words") + " toward "
                + pair.original().label();
    }

    private static String renamed(WordScore word, WordScore other) {
        return word.text().equals(other.text()) ? "" : " (now \"" + VisibleText.inLine(other.text()) + "\")";
    }

    /** Words of equal score share a rank. */
    private static int rank(List<WordScore> ranking, WordScore word) {
        return 1
                + (int) ranking.stream()
                        .filter(other -> other.score() > word.score())
                        .count();
    }
}
