package io.github.junitattrib.report;

import io.github.junitattrib.gate.WordShare;
import java.util.Comparator;
import java.util.List;

/** Chooses words to show, of those that are sorted by their gain. */
final class GateWords {

    private GateWords() {}

    /** Those that gained most. */
    static List<WordShare> gained(List<WordShare> words, int most) {
        return words.stream().filter(word -> word.gain() > 0).limit(most).toList();
    }

    /** Those that lost most. */
    static List<WordShare> lost(List<WordShare> words, int most) {
        return words.stream()
                .filter(word -> word.gain() < 0)
                .sorted(Comparator.comparingDouble(WordShare::gain))
                .limit(most)
                .toList();
    }
}
