package io.github.junitattrib.corpus;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The cases of another cursor, each changed. */
final class Renewed extends LookAhead {

    private final CorpusCursor all;
    private final UnaryOperator<CorpusCase> change;

    Renewed(CorpusCursor all, UnaryOperator<CorpusCase> change) {
        this.all = all;
        this.change = change;
    }

    @Override
    Optional<CorpusCase> advance() {
        return all.hasNext()
                ? Optional.of(Objects.requireNonNull(
                        change.apply(all.next()), "The function given to map(..) must give a case, not null."))
                : Optional.empty();
    }

    @Override
    public double fraction() {
        return all.fraction();
    }

    @Override
    void release() {
        all.close();
    }
}
