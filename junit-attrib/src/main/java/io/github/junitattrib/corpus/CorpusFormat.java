package io.github.junitattrib.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a corpus is written. All are UTF-8, with or without a byte order mark, with any line ends. */
public enum CorpusFormat {
    /** <a href="https://jsonlines.org">JSON Lines</a>: an object in each line. Blank lines are none. */
    JSONL(".jsonl", ".ndjson"),
    /**
     * Comma-separated values as in <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>, the first line being the
     * header: a field in double quotes may hold commas, line ends and doubled quotes. Blank lines are none.
     */
    CSV(".csv"),
    /**
     * Tab-separated values as in <a href="https://www.iana.org/assignments/media-types/text/tab-separated-values">IANA's
     * registration</a>, the first line being the header: there are no quotes, so a quote is a character of the text.
     */
    TSV(".tsv", ".tab");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> extensions;

    CorpusFormat(String... extensions) {
        this.extensions = List.of(extensions);
    }

    /** Tells the format by the name of a file; empty if it has no extension of ours. */
    static Optional<CorpusFormat> of(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> format.extensions.stream().anyMatch(lower::endsWith))
                .findFirst();
    }
}
