package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import io.github.junitattrib.text.WordSplitter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text by its words, for changes that look at the neighbours of a word.
 *
 * @param text the text
 * @param words where its words are, punctuation included
 */
record Sentence(String text, List<Span> words) {

    private static final Set<String> ENDS = Set.of(".", "!", "?", "…", ":");

    static Sentence of(String text) {
        return new Sentence(text, WordSplitter.words(text));
    }

    int size() {
        return words.size();
    }

    Span span(int word) {
        return words.get(word);
    }

    String word(int word) {
        return words.get(word).of(text);
    }

    /** In lower case and with straight apostrophes, to be looked up in lists. */
    String plain(int word) {
        return word(word).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    /** What stands between a word and the next one. */
    String gap(int word) {
        return text.substring(words.get(word).end(), words.get(word + 1).start());
    }

    /** Whether there is a next word, parted by spaces. */
    boolean hasNext(int word) {
        return word + 1 < size() && !gap(word).isEmpty();
    }

    boolean isLetters(int word) {
        return Character.isLetterOrDigit(word(word).codePointAt(0));
    }

    /** Whether a sentence begins with this word. */
    boolean isFirst(int word) {
        int before = word - 1;
        while (before >= 0 && !isLetters(before) && !ENDS.contains(word(before))) {
            before--;
        }
        return before < 0 || ENDS.contains(word(before));
    }
}
