package io.github.junitattrib.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The few cases that most deserve a look, of any number. */
final class WorstCases {

    /** As many as files show. */
    static final int KEPT = 10;

    private final ToDoubleFunction<ComparedCase> weight;
    private final int most;
    private final List<Weighed> worst = new ArrayList<>();
    private long count;

    WorstCases(ToDoubleFunction<ComparedCase> weight) {
        this(weight, KEPT);
    }

    /**
     * Makes it empty.
     *
     * @param weight how much a case deserves a look
     * @param most how many are kept
     */
    WorstCases(ToDoubleFunction<ComparedCase> weight, int most) {
        this.weight = weight;
        this.most = most;
    }

    void add(ComparedCase one) {
        count++;
        worst.add(new Weighed(one, weight.applyAsDouble(one)));
        // Stable: of equal ones, those that come first in the corpus stay.
        worst.sort(Comparator.comparingDouble(Weighed::weight).reversed());
        if (worst.size() > most) {
            worst.remove(most);
        }
    }

    /** How many there were, kept or not. */
    long count() {
        return count;
    }

    List<ComparedCase> toList() {
        return worst.stream().map(Weighed::one).toList();
    }

    private record Weighed(ComparedCase one, double weight) {}
}
