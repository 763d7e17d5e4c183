package io.github.junitattrib.corpus;

import java.util.Iterator;

/** A pass over the cases of a corpus, one in memory at a time; to be closed, though its end closes it too. */
public interface CorpusCursor extends Iterator<CorpusCase>, AutoCloseable {

    /**
     * Says how much of the corpus is done.
     *
     * @return from 0 to 1; NaN if it cannot be told
     */
    double fraction();

    /** Closes the file; there are no cases after that. */
    @Override
    void close();
}
