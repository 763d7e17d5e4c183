package io.github.junitattrib.corpus;

import java.io.IOException;
import java.util.Optional;

/** Reads the cases of a file in one of the formats. */
@FunctionalInterface
interface RecordReader {

    /**
     * Reads a case.
     *
     * @return empty at the end of the file
     * @throws io.github.junitattrib.InvalidCorpusException if what stands there is no case
     */
    Optional<RawCase> next() throws IOException;
}
