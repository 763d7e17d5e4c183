package io.github.junitattrib.corpus;

import java.util.Locale;
import java.util.Optional;

/** How a text writes a word that was given in another case, so that what replaces it is written alike. */
enum LetterCase {
    AS_GIVEN {
        @Override
        String apply(String word) {
            return word;
        }
    },
    CAPITALIZED {
        @Override
        String apply(String word) {
            return capitalize(word);
        }
    },
    UPPER {
        @Override
        String apply(String word) {
            return word.toUpperCase(Locale.ROOT);
        }
    };

    /** Writes a word in this case. */
    abstract String apply(String word);

    /** Empty if the two differ by more than a capital first letter or capitals throughout. */
    static Optional<LetterCase> between(String given, String written) {
        for (LetterCase one : values()) {
            if (written.equals(one.apply(given))) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    static String capitalize(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return new StringBuilder()
                .appendCodePoint(Character.toTitleCase(word.codePointAt(0)))
                .append(word, first, word.length())
                .toString();
    }

    static String uncapitalize(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toLowerCase(Locale.ROOT) + word.substring(first);
    }

    /** Whether the first letter is a capital. */
    static boolean isCapitalized(String word) {
        int first = word.codePointAt(0);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    /** Whether it has several letters, all of them capitals. */
    static boolean isUpper(String word) {
        return word.length() > 1
                && word.equals(word.toUpperCase(Locale.ROOT))
                && !word.equals(word.toLowerCase(Locale.ROOT));
    }
}
