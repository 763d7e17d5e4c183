package io.github.junitattrib.corpus;

import java.util.Optional;
import java.util.function.Predicate;

/** The cases of another cursor that satisfy a predicate. */
final class Chosen extends Derived {

    private final Predicate<CorpusCase> predicate;

    Chosen(CorpusCursor all, Predicate<CorpusCase> predicate) {
        super(all);
        this.predicate = predicate;
    }

    @Override
    Optional<CorpusCase> advance() {
        while (all.hasNext()) {
            CorpusCase next = all.next();
            if (predicate.test(next)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }
}
