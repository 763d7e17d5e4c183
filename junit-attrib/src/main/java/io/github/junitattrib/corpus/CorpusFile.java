package io.github.junitattrib.corpus;

import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.location.Utf8Lines;
import io.github.junitattrib.location.WrittenFile;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file with a corpus, and how it is read.
 *
 * @param location {@code classpath:…}, {@code file:…} or a path, as the test has it
 * @param properties where <code>${property}</code> is looked up
 * @param format the format, if the extension does not tell it
 * @param names the columns or properties that are fields
 * @param comments whether lines that begin with {@code #} are left out
 */
record CorpusFile(
        String location,
        Function<String, Optional<String>> properties,
        Optional<CorpusFormat> format,
        FieldNames names,
        boolean comments) {

    private static final String EXTENSIONS = ".jsonl, .csv or .tsv";

    CorpusFile with(CorpusFormat other) {
        return new CorpusFile(location, properties, Optional.of(other), names, comments);
    }

    CorpusFile with(CorpusField field, String name) {
        return new CorpusFile(location, properties, format, names.with(field, name), comments);
    }

    CorpusFile withComments() {
        return new CorpusFile(location, properties, format, names, true);
    }

    CorpusCursor open() {
        WrittenFile file =
                new WrittenFile(location, properties, (problem, cause) -> error(problem, cause.orElse(null)));
        String address = file.address();
        CorpusFormat known = format.or(() -> CorpusFormat.of(address))
                .orElseThrow(() -> error(
                        "its name does not end with " + EXTENSIONS + ". Say its format: JSONL, CSV or TSV.", null));
        try {
            WrittenFile.Opened opened = file.open();
            Utf8Lines lines = new Utf8Lines(
                    opened.content(),
                    location,
                    (message, cause) -> cause.map(error -> new InvalidCorpusException(message, error))
                            .orElseGet(() -> new InvalidCorpusException(message)));
            RecordReader reader = known == CorpusFormat.JSONL
                    ? new JsonLinesReader(lines, names, comments)
                    : new DelimitedReader(lines, names, known, comments);
            return new FileCursor(lines, reader, opened.size());
        } catch (IOException e) {
            throw error("it cannot be opened: " + e + ".", e);
        }
    }

    private InvalidCorpusException error(String problem, @Nullable Throwable cause) {
        String message = "The corpus \"" + location + "\" cannot be read: " + problem.strip();
        return cause == null ? new InvalidCorpusException(message) : new InvalidCorpusException(message, cause);
    }
}
