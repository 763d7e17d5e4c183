package io.github.junitattrib.gate;

import io.github.junitattrib.corpus.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of some words somebody may have meant. */
final class Nearest {

    private Nearest() {}

    /** The word with the fewest letters to change; empty if more than half of them differ. */
    static Optional<String> to(String written, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparingInt((String word) -> EditDistance.between(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> 2 * EditDistance.between(written, word) <= word.length());
    }
}
