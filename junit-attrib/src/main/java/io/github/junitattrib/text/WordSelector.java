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
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Names a word (or several adjoining words) of a text without knowing how a tokenizer cuts it.
 *
 * <pre>{@code
 * word("great")                  // the only "great" of the text
 * word("great").occurrence(2)    // its second
 * word("not good")               // two words as one phrase
 * matching("(not )?gr(ea|eä)t")  // by a regular expression
 * token("##ing")                 // a piece of a word, as the tokenizer prints it
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
     * Names whole words by a regular expression. From left to right, each time the shortest run of words counts that the
     * expression matches as a whole and that begins behind the last one: {@code gr.*} finds single words, and
     * {@code (not )?good} takes "not" along where it stands there.
     *
     * <p>The expression is matched by backtracking, as {@link Pattern} does; one that would take very long on a text is
     * refused there.
     *
     * @param regex the expression, in the syntax of {@link Pattern}
     * @return the selector
     * @throws IllegalArgumentException if it is blank or no expression
     */
    static ByPattern matching(String regex) {
        return new ByPattern(regex, 0);
    }

    /**
     * Names whole words by a regular expression with flags such as {@link Pattern#CASE_INSENSITIVE}, see {@link
     * #matching(String)}.
     *
     * @param pattern the expression
     * @return the selector
     * @throws IllegalArgumentException if it is blank
     */
    static ByPattern matching(Pattern pattern) {
        Objects.requireNonNull(pattern, ByPattern.NULL);
        return new ByPattern(pattern.pattern(), pattern.flags());
    }

    /**
     * Names a token of the model by its text; tokens that the tokenizer added, such as {@code [CLS]}, stand nowhere in the
     * text and cannot be named.
     *
     * @param piece the token as the tokenizer prints it, such as {@code ##ing}
     * @return the selector
     * @throws IllegalArgumentException if it is empty
     */
    static ByToken token(String piece) {
        return new ByToken(piece);
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

    /** What is named by its content, and so may stand at several places. */
    sealed interface ByContent extends WordSelector permits ByText, ByPattern, ByToken {

        /**
         * Names the nth of its places.
         *
         * @param nth from 1
         * @return the selector
         * @throws IllegalArgumentException if nth is less than 1
         */
        default ByOccurrence occurrence(int nth) {
            return new ByOccurrence(this, nth);
        }
    }

    /**
     * A word or phrase by text.
     *
     * @param text the word as it stands in the text
     */
    record ByText(String text) implements ByContent {

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
     * Words by a regular expression.
     *
     * @param regex the expression
     * @param flags as {@link Pattern#compile(String, int)} takes them
     */
    record ByPattern(String regex, int flags) implements ByContent {

        private static final String NULL = "An expression for words must not be null. Give one, such as gr.*t.";

        /**
         * Checks the expression.
         *
         * @param regex the expression
         * @param flags as {@link Pattern#compile(String, int)} takes them
         * @throws IllegalArgumentException if it is blank or no expression
         */
        public ByPattern {
            Objects.requireNonNull(regex, NULL);
            if (regex.isBlank()) {
                throw new IllegalArgumentException(
                        "An expression for words must not be blank, because it would match none. Give one, such as gr.*t.");
            }
            try {
                Pattern.compile(regex, flags);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "\"" + regex + "\" is no expression for words: " + e.getDescription() + " at offset "
                                + e.getIndex() + ". Correct it, or name a word as it stands in the text by word(..).",
                        e);
            }
        }

        @Override
        public List<WordSelection> in(Attribution attribution) {
            List<Span> words = attribution.words().stream().map(WordScore::span).toList();
            return PatternRuns.of(Pattern.compile(regex, flags), attribution.text(), words).stream()
                    .map(run -> WordSelection.of(attribution, run))
                    .toList();
        }

        @Override
        public String toString() {
            return "/" + regex + "/";
        }
    }

    /**
     * A token of the model by its text.
     *
     * @param piece the token as the tokenizer prints it
     */
    record ByToken(String piece) implements ByContent {

        /**
         * Checks the text.
         *
         * @param piece the token as the tokenizer prints it
         * @throws IllegalArgumentException if it is empty
         */
        public ByToken {
            Objects.requireNonNull(piece, "A token to look for must not be null. Name a token of the text.");
            if (piece.isEmpty()) {
                throw new IllegalArgumentException("A token to look for must not be empty. Name a token of the text.");
            }
        }

        @Override
        public List<WordSelection> in(Attribution attribution) {
            return attribution.tokens().stream()
                    .filter(token -> token.text().equals(piece) && token.span().isPresent())
                    .map(token -> new WordSelection(
                            token.span().get().of(attribution.text()),
                            token.span().get(),
                            token.score(),
                            token.uncertainty()))
                    .toList();
        }

        @Override
        public String toString() {
            return "token \"" + piece + "\"";
        }
    }

    /**
     * The nth place of a word.
     *
     * @param word the word
     * @param nth from 1
     */
    record ByOccurrence(ByContent word, int nth) implements WordSelector {

        /**
         * Checks the number.
         *
         * @param word the word
         * @param nth from 1
         * @throws IllegalArgumentException if it is less than 1
         */
        public ByOccurrence {
            Objects.requireNonNull(word, "A word to look for must not be null. Name a word of the text.");
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
            Objects.requireNonNull(span, "A span to look at must not be null. Give UTF-16 offsets into the text.");
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
