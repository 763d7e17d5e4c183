package io.github.junitattrib.corpus;

import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.location.Utf8Lines;
import java.util.Objects;

/**
 * A line of a corpus, for messages and names.
 *
 * @param file the file as the test names it
 * @param line its number, from 1; of a case of several lines the first
 */
public record CorpusPlace(String file, long line) {

    /**
     * Checks that the file is there.
     *
     * @param file the file as the test names it
     * @param line its number, from 1; of a case of several lines the first
     */
    public CorpusPlace {
        Objects.requireNonNull(file, "A place in a corpus needs the file's name.");
    }

    /** The line that was read last. */
    static CorpusPlace of(Utf8Lines lines) {
        return new CorpusPlace(lines.file(), lines.number());
    }

    InvalidCorpusException error(String problem) {
        return new InvalidCorpusException(this + ": " + problem);
    }

    InvalidCorpusException error(String problem, Throwable cause) {
        return new InvalidCorpusException(this + ": " + problem, cause);
    }

    /** Makes the error of a column, from 1. */
    InvalidCorpusException error(long column, String problem) {
        return new InvalidCorpusException(this + ", column " + column + ": " + problem);
    }

    InvalidCorpusException error(long column, String problem, Throwable cause) {
        return new InvalidCorpusException(this + ", column " + column + ": " + problem, cause);
    }

    @Override
    public String toString() {
        return file + ", line " + line;
    }
}
