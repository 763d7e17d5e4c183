package io.github.junitattrib.gate;

import java.util.EnumMap;
import java.util.Map;

/** The worst cases of each kind. */
final class CasesByKind {

    private final Map<CaseKind, WorstCases> kinds = new EnumMap<>(CaseKind.class);
    /** Of the cases of {@link CaseKind#REASONS}, as nobody has said yet which agreement is too low. */
    private final NumberList agreements = new NumberList();

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
        if (CaseKind.REASONS.holds(one)) {
            one.agreement().map(Figure::value).ifPresent(agreements::add);
        }
    }

    /** Those whose order of words changed are kept by how much it did: a gate says how much is too much. */
    CaseList list(CaseKind kind, GateSettings settings) {
        WorstCases cases = kinds.getOrDefault(kind, new WorstCases(kind::weight));
        return kind == CaseKind.REASONS
                ? new CaseList(
                        kind,
                        agreements.count(value -> ComparedCase.isBelow(value, settings.agreement())),
                        cases.toList().stream()
                                .filter(one -> one.hasOtherReasons(settings.agreement()))
                                .toList())
                : new CaseList(kind, cases.count(), cases.toList());
    }
}
