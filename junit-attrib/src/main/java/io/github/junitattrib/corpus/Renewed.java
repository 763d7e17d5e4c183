package io.github.junitattrib.corpus;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The cases of another cursor, each changed. */
final class Renewed extends Derived {

    private final UnaryOperator<CorpusCase> change;

    Renewed(CorpusCursor all, UnaryOperator<CorpusCase> change) {
        super(all);
        this.change = change;
    }

    @Override
    Optional<CorpusCase> advance() {
        return all.hasNext()
                ? Optional.of(Objects.requireNonNull(
                        change.apply(all.next()), "The function given to map(..) must give a case, not null."))
                : Optional.empty();
    }
}
