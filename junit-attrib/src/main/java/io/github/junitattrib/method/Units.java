package io.github.junitattrib.method;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The parts of a text that methods which perturb it take away or keep: each is one player of the game. */
public sealed interface Units {

    /** Every word: the default of most methods. */
    Units WORDS = Kind.WORDS;

    /** Every different word, at all its places together: what lime_text does by default. */
    Units DISTINCT_WORDS = Kind.DISTINCT_WORDS;

    /** Every token that is not special, for models that show their tokens (rung 2). */
    Units PIECES = Kind.PIECES;

    /** Every sentence, as {@link java.text.BreakIterator} finds them. */
    Units SENTENCES = Kind.SENTENCES;

    /**
     * Takes neighbouring words together.
     *
     * @param size number of words of a window; the last one may be smaller
     * @return windows that do not overlap
     * @throws IllegalArgumentException if the size is less than 1
     */
    static Units windows(int size) {
        return new Windows(size);
    }

    /**
     * Takes words together by number, as Captum's {@code feature_mask} does.
     *
     * @param groupOfWord for each word of the text the number of its group, such as 0, 0, 1
     * @return the groups, which need not be neighbours
     */
    static Units groups(int... groupOfWord) {
        return new Groups(Arrays.stream(groupOfWord).boxed().toList());
    }

    /**
     * Takes the words of phrases together; every other word is a unit of its own.
     *
     * @param phrases words as they stand in the text, such as {@code not good}
     * @return each place of a phrase as one unit
     */
    static Units phrases(String... phrases) {
        return new Phrases(List.of(phrases));
    }

    /** Units without an option. */
    enum Kind implements Units {
        /** Every word. */
        WORDS,
        /** Every different word. */
        DISTINCT_WORDS,
        /** Every token that is not special. */
        PIECES,
        /** Every sentence. */
        SENTENCES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * Neighbouring words.
     *
     * @param size number of words of a window
     */
    record Windows(int size) implements Units {

        /**
         * Checks the size.
         *
         * @param size number of words of a window
         * @throws IllegalArgumentException if it is less than 1
         */
        public Windows {
            if (size < 1) {
                throw new IllegalArgumentException(
                        "A window needs at least one word, but " + size + " were asked for.");
            }
        }

        @Override
        public String toString() {
            return "windows of " + size + " words";
        }
    }

    /**
     * Words by number.
     *
     * @param groupOfWord number of each word's group
     */
    record Groups(List<Integer> groupOfWord) implements Units {

        /**
         * Copies the numbers.
         *
         * @param groupOfWord number of each word's group
         */
        public Groups {
            groupOfWord = List.copyOf(groupOfWord);
        }

        @Override
        public String toString() {
            return "groups " + groupOfWord;
        }
    }

    /**
     * Words that stand together.
     *
     * @param phrases as they stand in the text
     */
    record Phrases(List<String> phrases) implements Units {

        /**
         * Copies the phrases.
         *
         * @param phrases as they stand in the text
         * @throws IllegalArgumentException if there is none or one is blank
         */
        public Phrases {
            phrases = List.copyOf(phrases);
            if (phrases.isEmpty() || phrases.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("Units of phrases need phrases that are not blank, but are "
                        + phrases + ". Take Units.WORDS for single words.");
            }
        }

        @Override
        public String toString() {
            return "words and phrases " + phrases;
        }
    }
}
