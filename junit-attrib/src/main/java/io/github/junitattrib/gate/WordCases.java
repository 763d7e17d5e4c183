package io.github.junitattrib.gate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * For the words that may have gained most, the case in which the share of each rose most: of a few words, however many the
 * corpus has.
 */
final class WordCases {

    private static final int KEPT = 32;
    /** Draws the mean rise of words of few texts toward zero, so that they do not push out those that gain in many. */
    private static final int FEW = 5;

    private final Map<WordSums.Key, Kept> kept = new HashMap<>();

    private record Kept(ComparedCase one, double rise, double rank) {}

    /**
     * Notes a case.
     *
     * @param rise how much the share of the word rose in the case
     * @param sum how much it rose in all cases so far
     * @param texts how many those are
     */
    void add(WordSums.Key key, ComparedCase one, double rise, double sum, long texts) {
        double rank = sum / (texts + FEW);
        Optional<Kept> before = Optional.ofNullable(kept.get(key));
        kept.put(
                key,
                before.filter(known -> known.rise() >= rise)
                        .map(known -> new Kept(known.one(), known.rise(), rank))
                        .orElseGet(() -> new Kept(one, rise, rank)));
        if (kept.size() > KEPT) {
            kept.entrySet().stream()
                    .min(Comparator.comparingDouble(entry -> entry.getValue().rank()))
                    .map(Map.Entry::getKey)
                    .ifPresent(kept::remove);
        }
    }

    Optional<ComparedCase> of(WordSums.Key key) {
        return Optional.ofNullable(kept.get(key)).map(Kept::one);
    }
}
