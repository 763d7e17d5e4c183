package io.github.junitattrib.corpus;

import java.util.NoSuchElementException;
import java.util.Optional;

/** A cursor that reads a case before it says that there is one, and closes itself at the end and at an error. */
abstract class LookAhead implements CorpusCursor {

    private Optional<CorpusCase> ahead = Optional.empty();
    private boolean ended;

    /** Reads a case; empty at the end. */
    abstract Optional<CorpusCase> advance();

    /** Lets go of what it reads from. */
    abstract void release();

    @Override
    public final void close() {
        ended = true;
        ahead = Optional.empty();
        release();
    }

    @Override
    public final boolean hasNext() {
        if (ahead.isEmpty() && !ended) {
            ended = true;
            try {
                ahead = advance();
                ended = ahead.isEmpty();
            } finally {
                if (ended) {
                    close();
                }
            }
        }
        return ahead.isPresent();
    }

    @Override
    public final CorpusCase next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The corpus has no more cases. Ask hasNext() first.");
        }
        CorpusCase next = ahead.orElseThrow();
        ahead = Optional.empty();
        return next;
    }
}
