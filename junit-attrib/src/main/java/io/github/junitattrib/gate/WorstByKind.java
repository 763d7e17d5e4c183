package io.github.junitattrib.gate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The worst cases of each kind that has some. */
final class WorstByKind {

    private final Map<CaseKind, WorstCases> kinds = new EnumMap<>(CaseKind.class);
    private final int most;

    /**
     * Makes it empty.
     *
     * @param most how many are kept of a kind
     */
    WorstByKind(int most) {
        this.most = most;
    }

    void add(ComparedCase one, Set<CaseKind> ofCase) {
        ofCase.forEach(kind -> kinds.computeIfAbsent(kind, fresh -> new WorstCases(kind::weight, most))
                .add(one));
    }

    WorstCases of(CaseKind kind) {
        return Optional.ofNullable(kinds.get(kind)).orElseGet(() -> new WorstCases(kind::weight, most));
    }
}
