package io.github.junitattrib.corpus;

import java.util.Optional;

/** A sample of the cases of another cursor, which is read to its end at the first step. */
final class Sampled extends Derived {

    private final Reservoir reservoir;
    private Optional<GivenCases> sample = Optional.empty();

    Sampled(CorpusCursor all, Reservoir reservoir) {
        super(all);
        this.reservoir = reservoir;
    }

    @Override
    Optional<CorpusCase> advance() {
        if (sample.isEmpty()) {
            all.forEachRemaining(reservoir::add);
            sample = Optional.of(new GivenCases(reservoir.cases()));
        }
        return sample.get().advance();
    }

    @Override
    public double fraction() {
        return sample.map(GivenCases::fraction).orElse(0.0);
    }
}
