package io.github.junitattrib.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The few cases that most deserve a look, of any number. */
final class WorstCases {

    private static final int KEPT = 10;

    private final List<Weighed> worst = new ArrayList<>();

    void add(ComparedCase one) {
        worst.add(new Weighed(one, one.severity()));
        // Stable: of equal ones, those that come first in the corpus stay.
        worst.sort(Comparator.comparingDouble(Weighed::severity).reversed());
        if (worst.size() > KEPT) {
            worst.remove(KEPT);
        }
    }

    List<ComparedCase> toList() {
        return worst.stream().map(Weighed::one).toList();
    }

    private record Weighed(ComparedCase one, double severity) {}
}
