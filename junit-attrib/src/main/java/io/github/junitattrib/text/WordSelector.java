package io.github.junitattrib.text;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Names a word (or several adjoining words) of a text without knowing how a tokenizer cuts it.
 *
 * <pre>{@code
 * word("great")                  // the only "great" of the text
 * word("great").occurrence(2)    // its second
 * word("not good")               // two words as one phrase
 * span(4, 9)                     // by UTF-16 offsets
 * }</pre>
 */
public sealed interface WordSelector {

    /**
     * Names a word or phrase by its text: upper and lower case count, and both ends must be ends of words.
     *
     * @param text the word as it stands in the text
     * @return the selector
     * @throws IllegalArgumentException if the text is blank
     */
    static ByText word(String text) {
        return new ByText(text);
    }

    /**
     * Names a stretch of the text by its offsets; both ends must be ends of tokens.
     *
     * @param start first UTF-16 unit, from 0
     * @param end first unit behind the stretch
     * @return the selector
     * @throws IllegalArgumentException if the span is empty or its ends are in the wrong order
     */
    static WordSelector span(int start, int end) {
        return new BySpan(new Span(start, end));
    }

    /**
     * Finds every place that fits.
     *
     * @param attribution the attribution to look in
     * @return no entry if the word is absent, several if it is ambiguous
     */
    List<WordSelection> in(Attribution attribution);

    /**
     * A word or phrase by text.
     *
     * @param text the word as it stands in the text
     */
    record ByText(String text) implements WordSelector {

        /**
         * Checks the text.
         *
         * @param text the word as it stands in the text
         * @throws IllegalArgumentException if it is blank
         */
        public ByText {
            Objects.requireNonNull(text, "A word to look for must not be null. Name a word of the text.");
            if (text.isBlank()) {
                throw new IllegalArgumentException("A word to look for must not be blank. Name a word of the text.");
            }
        }

        /**
         * Names the nth place where the word stands.
         *
         * @param nth from 1
         * @return the selector
         * @throws IllegalArgumentException if nth is less than 1
         */
        public WordSelector occurrence(int nth) {
            return new ByOccurrence(this, nth);
        }

        @Override
        public List<WordSelection> in(Attribution attribution) {
            List<WordScore> words = attribution.words();
            List<WordSelection> found = new ArrayList<>();
            for (int at = attribution.text().indexOf(text);
                    at >= 0;
                    at = attribution.text().indexOf(text, at + 1)) {
                int start = at;
                int end = at + text.length();
                if (has(words, word -> word.span().start() == start)
                        && has(words, word -> word.span().end() == end)) {
                    found.add(WordSelection.of(attribution, new Span(start, end)));
                }
            }
            return List.copyOf(found);
        }

        private static boolean has(List<WordScore> words, Predicate<WordScore> condition) {
            return words.stream().anyMatch(condition);
        }

        @Override
        public String toString() {
            return "\"" + text + "\"";
        }
    }

    /**
     * The nth place of a word.
     *
     * @param word the word
     * @param nth from 1
     */
    record ByOccurrence(ByText word, int nth) implements WordSelector {

        /**
         * Checks the number.
         *
         * @param word the word
         * @param nth from 1
         * @throws IllegalArgumentException if it is less than 1
         */
        public ByOccurrence {
            if (nth < 1) {
                throw new IllegalArgumentException(
                        "Occurrences of " + word + " are counted from 1, but " + nth + " was asked for.");
            }
        }

        @Override
        public List<WordSelection> in(Attribution attribution) {
            List<WordSelection> all = word.in(attribution);
            return nth <= all.size() ? List.of(all.get(nth - 1)) : List.of();
        }

        @Override
        public String toString() {
            return word + " (occurrence " + nth + ")";
        }
    }

    /**
     * A stretch of the text.
     *
     * @param span its place
     */
    record BySpan(Span span) implements WordSelector {

        /**
         * Checks the length.
         *
         * @param span its place
         * @throws IllegalArgumentException if the span is empty
         */
        public BySpan {
            if (span.length() == 0) {
                throw new IllegalArgumentException(
                        "A span to look at must not be empty, but starts and ends at " + span.start() + ".");
            }
        }

        @Override
        public List<WordSelection> in(Attribution attribution) {
            List<Span> tokens = attribution.tokens().stream()
                    .map(TokenScore::span)
                    .flatMap(Optional::stream)
                    .filter(span::overlaps)
                    .toList();
            boolean wholeTokens = span.end() <= attribution.text().length()
                    && !tokens.isEmpty()
                    && tokens.stream().allMatch(span::contains);
            return wholeTokens ? List.of(WordSelection.of(attribution, span)) : List.of();
        }

        @Override
        public String toString() {
            return "span [" + span.start() + ", " + span.end() + ")";
        }
    }
}
