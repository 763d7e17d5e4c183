package io.github.junitattrib.corpus;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of some words somebody may have meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * Finds the word with the fewest letters to change.
     *
     * @param written what somebody wrote
     * @param words what there is
     * @return empty if more than half of the letters differ
     */
    public static Optional<String> to(String written, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparingInt((String word) -> EditDistance.between(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> 2 * EditDistance.between(written, word) <= word.length());
    }

    /**
     * Asks whether such a word was meant.
     *
     * @param written what somebody wrote
     * @param words what there is
     * @return such as {@code  Do you mean "label"?} with a blank before it; empty text if none is near
     */
    public static String question(String written, Collection<String> words) {
        return to(written, words).map(word -> " Do you mean \"" + word + "\"?").orElse("");
    }
}
