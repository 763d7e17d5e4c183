package io.github.junitattrib.gate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Figures, words and cases of parts of a corpus: by tag, by label, by length. */
final class Slices {

    /** Longest texts of each bucket but the last, in words. */
    private static final int[] LENGTHS = {5, 10, 20, 40};

    /** Of all slices together, as there may be as many slices as cases: some 15 MB. */
    private static final int MOST_WORDS = 50_000;

    private final Map<String, Figures> figures = new TreeMap<>();
    private final WordSums words = new WordSums(MOST_WORDS);
    private final SliceCases cases = new SliceCases();

    void add(ComparedCase one, CaseShares shares, Set<CaseKind> ofCase) {
        for (String name : names(one)) {
            figures.computeIfAbsent(name, slice -> new Figures()).add(one);
            shares.words().forEach((word, change) -> words.add(new WordSums.Key(name, word, shares.target()), change));
            cases.add(name, one, ofCase);
        }
    }

    /** Words of at least some texts of a slice, those that gained most first. */
    List<WordShare> words(String slice, long texts) {
        boolean mayHaveSome = Optional.ofNullable(figures.get(slice))
                .filter(found -> found.cases() >= texts)
                .isPresent();
        return mayHaveSome ? words.byGain(slice, texts) : List.of();
    }

    /** The few worst cases of a kind in a slice, as far as they are kept. */
    List<ComparedCase> cases(String slice, CaseKind kind) {
        return cases.of(slice, kind);
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
