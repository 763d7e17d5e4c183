package io.github.junitattrib.gate;

import java.util.EnumMap;
import java.util.Map;

/** The worst cases of each kind. */
final class CasesByKind {

    private final Map<CaseKind, WorstCases> kinds = new EnumMap<>(CaseKind.class);

    CasesByKind() {
        for (CaseKind kind : CaseKind.values()) {
            kinds.put(kind, new WorstCases(kind::weight));
        }
    }

    void add(ComparedCase one) {
        kinds.forEach((kind, cases) -> {
            if (kind.holds(one)) {
                cases.add(one);
            }
        });
    }

    /** Those whose order of words changed are kept by how much it did: a gate says how much is too much. */
    CaseList list(CaseKind kind, Figures all, GateSettings settings) {
        WorstCases cases = kinds.getOrDefault(kind, new WorstCases(kind::weight));
        return kind == CaseKind.REASONS
                ? new CaseList(
                        kind,
                        all.drifted(settings.agreement()),
                        cases.toList().stream()
                                .filter(one -> one.hasOtherReasons(settings.agreement()))
                                .toList())
                : new CaseList(kind, cases.count(), cases.toList());
    }
}
