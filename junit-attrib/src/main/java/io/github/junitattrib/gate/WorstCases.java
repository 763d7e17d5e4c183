package io.github.junitattrib.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The few cases that most deserve a look, of any number. */
final class WorstCases {

    private static final int KEPT = 10;

    private final List<ComparedCase> worst = new ArrayList<>();

    void add(ComparedCase one) {
        worst.add(one);
        // Stable: of equal ones, those that come first in the corpus stay.
        worst.sort(Comparator.comparingDouble(ComparedCase::severity).reversed());
        if (worst.size() > KEPT) {
            worst.remove(KEPT);
        }
    }

    List<ComparedCase> toList() {
        return List.copyOf(worst);
    }
}
