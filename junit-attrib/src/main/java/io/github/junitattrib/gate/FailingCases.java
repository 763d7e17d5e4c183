package io.github.junitattrib.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of all cases that the candidate fails, or may fail; nothing else of them is kept. */
final class FailingCases {

    private final List<FailingCase> failing = new ArrayList<>();

    private final Set<String> unclear = new HashSet<>();

    void add(ComparedCase one) {
        if (!one.isConclusive()) {
            unclear.add(one.name());
        }
        if (one.isCandidateWrong()) {
            failing.add(new FailingCase(FailingCase.Kind.WRONG, one.name()));
        }
        if (one.isViolated()) {
            failing.add(new FailingCase(FailingCase.Kind.VIOLATION, one.name()));
        }
    }

    boolean isUnclear(String name) {
        return unclear.contains(name);
    }

    List<FailingCase> toList() {
        return List.copyOf(failing);
    }
}
