package io.github.junitattrib.gate;

/** The names of the cases that the candidate fails, and apart of those that it may fail. Nothing else is kept. */
final class FailingCases {

    private final CaseNames failing = new CaseNames();
    private final CaseNames unclear = new CaseNames();

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

    CaseNames failing() {
        return failing;
    }

    CaseNames unclear() {
        return unclear;
    }
}
