package io.github.junitattrib.gate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Figures and words of parts of a corpus: by tag, by label, by length. */
final class Slices {

    /** Longest texts of each bucket but the last, in words. */
    private static final int[] LENGTHS = {5, 10, 20, 40};

    /** Of each slice: some 3 MB. */
    private static final int MOST_WORDS = 10_000;

    private final Map<String, Figures> figures = new TreeMap<>();
    private final Map<String, WordSums> words = new HashMap<>();

    void add(ComparedCase one, CaseShares shares) {
        for (String name : names(one)) {
            figures.computeIfAbsent(name, slice -> new Figures()).add(one);
            WordSums sums = words.computeIfAbsent(name, slice -> new WordSums(MOST_WORDS));
            shares.words().forEach((word, change) -> sums.add(new WordSums.Key(word, shares.target()), change));
        }
    }

    /** Words of at least some texts of a slice, those that gained most first. */
    List<WordShare> words(String slice, long texts) {
        return Optional.ofNullable(words.get(slice))
                .map(sums -> sums.byGain(texts))
                .orElse(List.of());
    }

    /** A tag may be called as a label is, and is the same slice then. */
    static Set<String> names(ComparedCase one) {
        Set<String> names = new LinkedHashSet<>(one.origin().tags());
        one.origin().label().ifPresent(label -> names.add("label." + label));
        names.add("words." + length(one.released().words().size()));
        return names;
    }

    private static String length(int words) {
        int from = 1;
        for (int to : LENGTHS) {
            if (words <= to) {
                return from + "-" + to;
            }
            from = to + 1;
        }
        return from + "-";
    }

    Map<String, Figures> toMap() {
        return figures;
    }
}
