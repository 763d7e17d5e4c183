package io.github.junitattrib.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A sample of a stream of unknown length: every subset of its size is equally likely, and the seed alone decides which
 * (Algorithm R, Vitter 1985, <a href="https://doi.org/10.1145/3147.3165">doi:10.1145/3147.3165</a>).
 */
final class Reservoir {

    private final int size;
    private final SplittableRandom random;
    private final List<Drawn> drawn = new ArrayList<>();
    private long seen;

    Reservoir(int size, long seed) {
        this.size = size;
        this.random = new SplittableRandom(seed);
    }

    private record Drawn(long place, CorpusCase one) {}

    void add(CorpusCase one) {
        Drawn candidate = new Drawn(seen++, one);
        if (drawn.size() < size) {
            drawn.add(candidate);
            return;
        }
        long slot = Long.remainderUnsigned(random.nextLong(), seen);
        if (slot < size) {
            drawn.set((int) slot, candidate);
        }
    }

    /** Returns the sample, in the order of the stream; all of it if that is shorter. */
    List<CorpusCase> cases() {
        return drawn.stream()
                .sorted(Comparator.comparingLong(Drawn::place))
                .map(Drawn::one)
                .toList();
    }
}
