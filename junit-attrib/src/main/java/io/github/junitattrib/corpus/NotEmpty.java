package io.github.junitattrib.corpus;

import io.github.junitattrib.InvalidCorpusException;
import java.util.Optional;
import java.util.function.Supplier;

/** A pass that must have at least one case, as a test over none would pass without checking anything. */
final class NotEmpty extends Derived {

    private final Supplier<String> problem;
    private boolean any;

    NotEmpty(CorpusCursor all, Supplier<String> problem) {
        super(all);
        this.problem = problem;
    }

    @Override
    Optional<CorpusCase> advance() {
        if (!any && !all.hasNext()) {
            throw new InvalidCorpusException(problem.get());
        }
        any = true;
        return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
    }
}
