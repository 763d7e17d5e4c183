package io.github.junitattrib.corpus;

import java.util.List;
import java.util.Optional;

/** A pass over cases that are in memory. */
final class GivenCases extends LookAhead {

    private final List<CorpusCase> cases;
    private int read;

    GivenCases(List<CorpusCase> cases) {
        this.cases = cases;
    }

    @Override
    Optional<CorpusCase> advance() {
        return read == cases.size() ? Optional.empty() : Optional.of(cases.get(read++));
    }

    @Override
    public double fraction() {
        return cases.isEmpty() ? Double.NaN : (double) read / cases.size();
    }

    @Override
    void release() {
        // Nothing is open.
    }
}
