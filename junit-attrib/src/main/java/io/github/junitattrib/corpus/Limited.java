package io.github.junitattrib.corpus;

import java.util.Optional;

/** The first cases of another cursor. */
final class Limited extends Derived {

    private final long most;
    private long taken;

    Limited(CorpusCursor all, long most) {
        super(all);
        this.most = most;
    }

    @Override
    Optional<CorpusCase> advance() {
        if (taken == most || !all.hasNext()) {
            return Optional.empty();
        }
        taken++;
        return Optional.of(all.next());
    }

    @Override
    public double fraction() {
        double ofMost = (double) taken / most;
        return Double.isNaN(all.fraction()) ? ofMost : Math.max(ofMost, all.fraction());
    }
}
