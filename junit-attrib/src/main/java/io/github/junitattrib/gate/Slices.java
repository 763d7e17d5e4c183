package io.github.junitattrib.gate;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Figures of parts of a corpus: by tag, by label, by length. */
final class Slices {

    /** Longest texts of each bucket but the last, in words. */
    private static final int[] LENGTHS = {5, 10, 20, 40};

    private final Map<String, Figures> figures = new TreeMap<>();

    void add(ComparedCase one) {
        for (String name : names(one)) {
            figures.computeIfAbsent(name, slice -> new Figures()).add(one);
        }
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
