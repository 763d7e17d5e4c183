package io.github.junitattrib.gate;

import java.util.ArrayList;
import java.util.List;

/** The names of all cases that the candidate fails; nothing else of them is kept. */
final class FailingCases {

    private final List<FailingCase> failing = new ArrayList<>();

    void add(ComparedCase one) {
        if (one.isCandidateWrong()) {
            failing.add(new FailingCase(FailingCase.Kind.WRONG, one.name()));
        }
        if (one.isViolated()) {
            failing.add(new FailingCase(FailingCase.Kind.VIOLATION, one.name()));
        }
    }

    List<FailingCase> toList() {
        return List.copyOf(failing);
    }
}
