package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.report.VisibleText;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.stream.Collectors;

/** Names words in messages so that nobody can mistake one for another. */
final class WordNames {

    private static final int LISTED = 100;

    private WordNames() {}

    /** The word in quotes, with its occurrence if the text has it several times. */
    static String quoted(Attribution attribution, WordSelection word) {
        return quoted(attribution, word.text(), word.span());
    }

    /** The same for a word by text and place. */
    static String quoted(Attribution attribution, String word, Span span) {
        return quote(word) + suffix(attribution, word, span);
    }

    /** The word without quotes, for formulas. */
    static String plain(Attribution attribution, WordSelection word) {
        return VisibleText.inLine(word.text()) + suffix(attribution, word.text(), word.span());
    }

    /** All words of the text with their places; of long texts the first ones. */
    static String list(Attribution attribution) {
        int more = attribution.words().size() - LISTED;
        String words = attribution.words().stream()
                .limit(LISTED)
                .map(word ->
                        quote(word.text()) + suffix(attribution, word.text(), word.span()) + " " + place(word.span()))
                .collect(Collectors.joining(", "));
        return more > 0 ? words + " and " + more + " more" : words;
    }

    static String place(Span span) {
        return "[" + span.start() + ", " + span.end() + ")";
    }

    static String quote(String text) {
        return "\"" + VisibleText.inLine(text) + "\"";
    }

    private static String suffix(Attribution attribution, String text, Span span) {
        List<Span> places = WordSelector.word(text).in(attribution).stream()
                .map(WordSelection::span)
                .toList();
        if (!places.contains(span)) {
            return " at " + place(span);
        }
        return places.size() == 1 ? "" : " (occurrence " + (places.indexOf(span) + 1) + ")";
    }
}
