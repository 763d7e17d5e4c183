package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the message of a word that the text has several times. */
public final class ShouldNameOneWord extends BasicErrorMessageFactory {

    private ShouldNameOneWord(String word, int times, String byOccurrence, String bySpan, String evidence) {
        super(
                "Expected %s to name one word of the text, but it stands there %s times: say which by %s or %s.%s",
                unquotedString(word),
                times,
                unquotedString(byOccurrence),
                unquotedString(bySpan),
                unquotedString(evidence));
    }

    /**
     * Says that the word is ambiguous, where it stands, and how to say which is meant.
     *
     * @param attribution what was judged
     * @param word the word that was asked for
     * @return the message
     */
    public static ErrorMessageFactory shouldNameOneWord(Attribution attribution, WordSelector.ByContent word) {
        List<WordSelection> places = word.in(attribution);
        Span second = places.get(1).span();
        return new ShouldNameOneWord(
                WordNames.selector(word),
                places.size(),
                WordNames.call(word) + ".occurrence(2)",
                "span(" + second.start() + ", " + second.end() + ")",
                new Evidence(attribution)
                        .fact(
                                "places",
                                places.stream()
                                        .map(place -> WordNames.quoted(attribution, place) + " "
                                                + WordNames.place(place.span()))
                                        .collect(Collectors.joining(", ")))
                        .withoutTable()
                        .text());
    }
}
