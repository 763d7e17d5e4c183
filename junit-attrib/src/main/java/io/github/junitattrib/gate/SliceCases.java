package io.github.junitattrib.gate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The few worst cases of each kind in a slice; of very many slices, the smallest so far give way. */
final class SliceCases {

    private static final int MOST_SLICES = 64;
    private static final int KEPT = 3;

    private final Map<String, Kept> slices = new HashMap<>();

    void add(String slice, ComparedCase one, Set<CaseKind> ofCase) {
        Kept kept = slices.computeIfAbsent(slice, fresh -> new Kept());
        kept.count++;
        kept.kinds.add(one, ofCase);
        Rarest.forget(slices, Comparator.comparingLong(Kept::count), MOST_SLICES);
    }

    List<ComparedCase> of(String slice, CaseKind kind) {
        return Optional.ofNullable(slices.get(slice))
                .map(kept -> kept.kinds.of(kind).toList())
                .orElse(List.of());
    }

    /** Of one slice. */
    private static final class Kept {
        private final WorstByKind kinds = new WorstByKind(KEPT);
        private long count;

        long count() {
            return count;
        }
    }
}
