package io.github.junitattrib.corpus;

import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.location.Utf8Lines;
import java.io.IOException;
import java.util.Optional;

/** A pass over the cases of a file. */
final class FileCursor extends LookAhead {

    private final Utf8Lines lines;
    private final RecordReader reader;
    private final long size;
    private final SeenIds ids = new SeenIds();

    /**
     * Begins a pass.
     *
     * @param lines to be closed
     * @param reader of these lines
     * @param size of the file in bytes; 0 or less if it is not known
     */
    FileCursor(Utf8Lines lines, RecordReader reader, long size) {
        this.lines = lines;
        this.reader = reader;
        this.size = size;
    }

    @Override
    Optional<CorpusCase> advance() {
        try {
            Optional<RawCase> read = reader.next();
            if (read.isEmpty()) {
                return Optional.empty();
            }
            CorpusCase made = read.get().build();
            made.id().ifPresent(id -> requireNew(id, read.get().place()));
            return Optional.of(made);
        } catch (IOException e) {
            throw CorpusPlace.of(lines).error("the file cannot be read any further: " + e.getMessage(), e);
        }
    }

    private void requireNew(String id, CorpusPlace place) {
        long before = ids.add(id, place.line());
        if (before > 0) {
            throw place.error("the id \"" + id + "\" is that of line " + before
                    + " already. Give each case its own, so that messages name one.");
        }
    }

    @Override
    public double fraction() {
        return size > 0 ? Math.min(1, (double) lines.bytes() / size) : Double.NaN;
    }

    @Override
    void release() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new InvalidCorpusException("The corpus " + lines.file() + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
