package io.github.junitattrib.assertj.error;

import io.github.junitattrib.RankedBy;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.report.VisibleText;
import java.util.List;
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
     * @param by what words are ranked by
     * @return the message
     */
    public static ErrorMessageFactory shouldKeepTop(ChangedPair pair, int k, WordScore word, RankedBy by) {
        WordPairs words = pair.words();
        String name = WordNames.quoted(pair.original(), word.text(), word.span());
        String before = Ordinals.of(rank(words.before(), word, by));
        String found = words.counterpart(word)
                .map(other -> name + renamed(word, other) + " goes from " + before + " to "
                        + Ordinals.of(rank(words.after(), other, by)))
                .orElseGet(() -> name + ", " + before + " before, is not in the changed text");
        return new ShouldKeepTop(
                what(pair, k, by),
                ChangeSentences.change(pair),
                ChangeSentences.but(pair, found),
                new ChangeEvidence(pair)
                        .rankedBy(by)
                        .note(word.span(), "expected to stay")
                        .text());
    }

    /**
     * Says that a word that only the changed text has is among the top.
     *
     * @param pair the two attributions
     * @param k how many words are the top
     * @param inserted the word of the changed text
     * @param by what words are ranked by
     * @return the message
     */
    public static ErrorMessageFactory shouldKeepTopFrom(ChangedPair pair, int k, WordScore inserted, RankedBy by) {
        String found = WordNames.quoted(pair.changed(), inserted.text(), inserted.span())
                + ", which the change puts in, is "
                + Ordinals.of(rank(pair.words().after(), inserted, by));
        return new ShouldKeepTop(
                what(pair, k, by),
                ChangeSentences.change(pair),
                ChangeSentences.but(pair, found),
                new ChangeEvidence(pair).rankedBy(by).text());
    }

    /**
     * Says that it is not certain which words are the top.
     *
     * @param pair the two attributions
     * @param k how many words are the top
     * @param unsure a word of the original text that may be one of them or not, before or after
     * @param by what words are ranked by
     * @return the message
     */
    public static ErrorMessageFactory unclearTop(ChangedPair pair, int k, WordScore unsure, RankedBy by) {
        return UnclearChange.withinBars(
                pair,
                question(pair, k, by),
                "the error bars of " + WordNames.quoted(pair.original(), unsure.text(), unsure.span())
                        + " and of others reach over the border between the " + Ordinals.of(k) + " and the "
                        + Ordinals.of(k + 1) + " word",
                new ChangeEvidence(pair).rankedBy(by));
    }

    /**
     * Says what cannot be told.
     *
     * @param pair the two attributions
     * @param k how many words are the top
     * @param by what words are ranked by
     * @return such as {@code the top 3 words toward POSITIVE stay the same}
     */
    public static String question(ChangedPair pair, int k, RankedBy by) {
        return what(pair, k, by) + (k == 1 ? " stays the same" : " stay the same");
    }

    private static String what(ChangedPair pair, int k, RankedBy by) {
        return (k == 1 ? "the top word " : "the top " + k + " words ") + Phrases.toward(pair.original(), by);
    }

    private static String renamed(WordScore word, WordScore other) {
        return word.text().equals(other.text()) ? "" : " (now \"" + VisibleText.inLine(other.text()) + "\")";
    }

    /** Words of equal score share a rank. */
    private static int rank(List<WordScore> words, WordScore word, RankedBy by) {
        return 1
                + (int) words.stream()
                        .filter(other -> by.of(other.score()) > by.of(word.score()))
                        .count();
    }
}
