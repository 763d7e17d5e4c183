package io.github.junitattrib.gate;

import java.util.Set;

/** The worst cases of each kind. */
final class CasesByKind {

    private final WorstByKind kinds = new WorstByKind(WorstCases.KEPT);
    /** Of the cases of {@link CaseKind#REASONS}, as nobody has said yet which agreement is too low. */
    private final NumberList agreements = new NumberList();

    void add(ComparedCase one, Set<CaseKind> ofCase) {
        kinds.add(one, ofCase);
        if (ofCase.contains(CaseKind.REASONS)) {
            one.agreement().map(Figure::value).ifPresent(agreements::add);
        }
    }

    /** Those whose order of words changed are kept by how much it did: a gate says how much is too much. */
    CaseList list(CaseKind kind, GateSettings settings) {
        WorstCases cases = kinds.of(kind);
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
