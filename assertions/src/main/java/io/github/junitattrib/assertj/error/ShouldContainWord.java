package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a word that the text does not have, or not often enough. */
public final class ShouldContainWord extends BasicErrorMessageFactory {

    private ShouldContainWord(String word, String problem, String evidence) {
        super(
                "Expected the text to contain %s, but %s.%s",
                unquotedString(word), unquotedString(problem), unquotedString(evidence));
    }

    /**
     * Says that the word is absent, with the words that are there.
     *
     * @param attribution what was judged
     * @param word the word that was asked for
     * @param nth which occurrence of it, from 1
     * @return the message
     */
    public static ErrorMessageFactory shouldContainWord(Attribution attribution, WordSelector.ByContent word, int nth) {
        int present = word.in(attribution).size();
        Evidence evidence = word instanceof WordSelector.ByToken
                ? new Evidence(attribution).fact("tokens", WordNames.tokens(attribution))
                : new Evidence(attribution).fact("words", WordNames.list(attribution));
        return new ShouldContainWord(
                kind(word) + WordNames.selector(word) + (nth > 1 ? " " + times(nth) : ""),
                present > 0 ? "it stands there " + times(present) : absence(attribution, word),
                evidence.withoutTable().text());
    }

    private static String kind(WordSelector.ByContent word) {
        if (word instanceof WordSelector.ByText) {
            return "the word ";
        }
        return word instanceof WordSelector.ByToken ? "the " : "words that match ";
    }

    private static String absence(Attribution attribution, WordSelector.ByContent word) {
        if (word instanceof WordSelector.ByText text) {
            return absence(attribution, text.text());
        }
        return word instanceof WordSelector.ByToken
                ? "it is none of its tokens"
                : "none of its " + attribution.words().size() + " words does, nor several together";
    }

    private static String absence(Attribution attribution, String word) {
        // Only what could be named as a word itself: a hint at a part of a word would fail again.
        Optional<String> otherCase = Pattern.compile(
                        Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(attribution.text())
                .results()
                .map(MatchResult::group)
                .filter(found -> !WordSelector.word(found).in(attribution).isEmpty())
                .findFirst();
        if (otherCase.isPresent()) {
            return "it has only " + WordNames.quote(otherCase.get()) + ", which differs only in case";
        }
        return attribution.text().contains(word)
                ? "it stands there only as a part of other words"
                : "it is none of its " + attribution.words().size() + " words"
                        + NearWords.nearest(word, texts(attribution))
                                .map(near -> "; the nearest is " + WordNames.quote(near))
                                .orElse("");
    }

    private static List<String> texts(Attribution attribution) {
        return attribution.words().stream().map(WordScore::text).distinct().toList();
    }

    private static String times(int number) {
        return switch (number) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> number + " times";
        };
    }
}
