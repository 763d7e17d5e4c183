package io.github.junitattrib.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static List<String> names(ComparedCase one) {
        List<String> names =
                new ArrayList<>(one.origin().tags().stream().distinct().toList());
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
