package io.github.junitattrib.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of all cases that the candidate fails, or may fail; nothing else of them is kept. */
final class FailingCases {

    private final List<FailingCase> failing = new ArrayList<>();

    private final Set<FailingCase> unclear = new LinkedHashSet<>();

    void add(ComparedCase one) {
        if (one.isCandidateWrong()) {
            failing.add(new FailingCase(FailingCase.Kind.WRONG, one.name()));
        }
        FailingCase violation = new FailingCase(FailingCase.Kind.VIOLATION, one.name());
        switch (one.candidateOrder()) {
            case VIOLATED -> failing.add(violation);
            case UNCLEAR -> unclear.add(violation);
            case KEPT, NOT_ASKED -> {}
        }
    }

    Set<FailingCase> unclear() {
        return Collections.unmodifiableSet(unclear);
    }

    /** A text without an id may stand in a corpus several times, and is one entry. */
    List<FailingCase> toList() {
        return failing.stream().distinct().toList();
    }
}
