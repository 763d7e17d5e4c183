package io.github.junitattrib.gate;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The few worst cases of each kind in a slice; of very many slices, the smallest so far give way. */
final class SliceCases {

    private static final int MOST_SLICES = 64;
    private static final int KEPT = 3;

    private final Map<String, Kept> slices = new HashMap<>();

    void add(String slice, ComparedCase one) {
        slices.computeIfAbsent(slice, fresh -> new Kept()).add(one);
        Rarest.forget(slices, Comparator.comparingLong(Kept::count), MOST_SLICES);
    }

    List<ComparedCase> of(String slice, CaseKind kind) {
        return Optional.ofNullable(slices.get(slice)).map(kept -> kept.of(kind)).orElse(List.of());
    }

    /** Of one slice. */
    private static final class Kept {
        private final Map<CaseKind, WorstCases> kinds = new EnumMap<>(CaseKind.class);
        private long count;

        void add(ComparedCase one) {
            count++;
            for (CaseKind kind : CaseKind.values()) {
                if (kind.holds(one)) {
                    kinds.computeIfAbsent(kind, fresh -> new WorstCases(kind::weight, KEPT))
                            .add(one);
                }
            }
        }

        long count() {
            return count;
        }

        List<ComparedCase> of(CaseKind kind) {
            return Optional.ofNullable(kinds.get(kind)).map(WorstCases::toList).orElse(List.of());
        }
    }
}
