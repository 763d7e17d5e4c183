package io.github.junitattrib.gate;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of the cases that the candidate fails, or may fail; of very many the first ones alone. Nothing else is kept. */
final class FailingCases {

    /** More than a list that people keep has, of each sort. */
    static final int MOST = 10_000;

    /** Cases without an id are called by their text. */
    private static final long MOST_CHARACTERS = 10_000_000;

    /** A text without an id may stand in a corpus several times, and is one entry. */
    private final Set<FailingCase> failing = new LinkedHashSet<>();

    private final Set<FailingCase> unclear = new LinkedHashSet<>();
    private long characters;
    private long unnamed;

    void add(ComparedCase one) {
        if (one.isCandidateWrong()) {
            add(failing, new FailingCase(FailingCase.Kind.WRONG, one.name()));
        }
        FailingCase violation = new FailingCase(FailingCase.Kind.VIOLATION, one.name());
        switch (one.candidateOrder()) {
            case VIOLATED -> add(failing, violation);
            case UNCLEAR -> add(unclear, violation);
            case KEPT, NOT_ASKED -> {}
        }
    }

    private void add(Set<FailingCase> cases, FailingCase one) {
        if (cases.contains(one)) {
            return;
        }
        if (cases.size() == MOST || characters + one.name().length() > MOST_CHARACTERS) {
            unnamed++;
        } else {
            cases.add(one);
            characters += one.name().length();
        }
    }

    Set<FailingCase> unclear() {
        return Collections.unmodifiableSet(unclear);
    }

    List<FailingCase> toList() {
        return List.copyOf(failing);
    }

    /** How many entries have no name here, as there were too many before them. */
    long unnamed() {
        return unnamed;
    }
}
