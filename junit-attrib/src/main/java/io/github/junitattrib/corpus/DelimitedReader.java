package io.github.junitattrib.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.junitattrib.location.Utf8Lines;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads comma- or tab-separated values, of which the first line names the columns. */
final class DelimitedReader implements RecordReader {

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            // A quote that nothing closes would read the rest of the file as one text.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Utf8Lines.LONGEST)
                    .build())
            .build();

    private static final Pattern OFFSETS = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    /** What stands between the tags or rationales of one field. */
    private static final String SEPARATOR = ";";

    /** What other programs write between columns, as messages call it. */
    private static final Map<Character, String> SEPARATORS =
            new TreeMap<>(Map.of(';', "\";\"", '\t', "a tab", '|', "\"|\"", ',', "\",\""));

    private final Utf8Lines lines;
    private final FieldNames names;
    private final CorpusFormat format;
    private final CsvParser parser;
    private List<String> header = List.of();

    DelimitedReader(Utf8Lines lines, FieldNames names, CorpusFormat format, boolean comments) throws IOException {
        this.lines = lines;
        this.names = names;
        this.format = format;
        CsvSchema schema = format == CorpusFormat.TSV
                ? CsvSchema.emptySchema().withColumnSeparator('\t').withoutQuoteChar()
                : CsvSchema.emptySchema();
        this.parser = FACTORY.createParser(new LineByLine(lines));
        parser.setSchema(comments ? schema.withComments() : schema);
    }

    @Override
    public Optional<RawCase> next() throws IOException {
        if (header.isEmpty()) {
            readHeader();
        }
        Optional<Row> read = row();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Row row = read.get();
        if (row.values().size() != header.size()) {
            throw row.place()
                    .error("there are " + row.values().size() + " fields, but the header names " + header.size()
                            + " columns: " + String.join(", ", header) + ". "
                            + (format == CorpusFormat.TSV
                                    ? "A text must not hold tabs or line ends."
                                    : "Put texts with commas, quotes or line ends in double quotes."));
        }
        RawCase made = new RawCase(row.place());
        for (int column = 0; column < header.size(); column++) {
            read(header.get(column), row.values().get(column), made);
        }
        return Optional.of(made);
    }

    private void readHeader() throws IOException {
        Optional<Row> row = row();
        if (row.isEmpty()) {
            return;
        }
        Set<String> columns = new LinkedHashSet<>();
        for (String name : row.get().values()) {
            if (!columns.add(name.strip())) {
                throw row.get()
                        .place()
                        .error("the header names the column \"" + name + "\" twice. Rename one of them.");
            }
        }
        requireSeparator(columns, row.get().place());
        names.require(columns, "column", row.get().place());
        names.requireSpelling(columns, "column", row.get().place());
        header = List.copyOf(columns);
    }

    /** A header that another separator is in was read as one column. */
    private void requireSeparator(Set<String> columns, CorpusPlace place) {
        String only = columns.iterator().next();
        if (columns.size() > 1 || names.field(only).isPresent()) {
            return;
        }
        SEPARATORS.keySet().stream()
                .filter(separator -> only.indexOf(separator) > 0)
                .findFirst()
                .ifPresent(separator -> {
                    throw place.error("the header is one column, \"" + only + "\": its separator seems to be "
                            + SEPARATORS.get(separator) + ". Columns of " + format + " are separated by "
                            + (format == CorpusFormat.TSV ? "tabs" : "commas") + ": write these"
                            + (separator == '\t' ? ", or say that the format is TSV." : "."));
                });
    }

    private void read(String column, String value, RawCase made) {
        Optional<CorpusField> field = names.field(column).filter(known -> !value.isEmpty());
        if (field.isEmpty()) {
            return;
        }
        switch (field.get()) {
            case TEXT -> made.text(value);
            case LABEL -> made.label(value);
            case ID -> made.id(value);
            case TAGS -> parts(value).forEach(made::tag);
            case RATIONALES -> parts(value).forEach(part -> made.reason(reason(part)));
        }
    }

    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        for (String part : value.split(SEPARATOR, -1)) {
            parts.add(part.strip());
        }
        return parts;
    }

    private static MarkedReason reason(String written) {
        Matcher offsets = OFFSETS.matcher(written);
        return offsets.matches()
                ? new MarkedReason.Offsets(
                        Integer.parseInt(offsets.group(1)), Integer.parseInt(offsets.group(2)), Optional.empty())
                : new MarkedReason.Words(written);
    }

    private record Row(CorpusPlace place, List<String> values) {}

    private Optional<Row> row() throws IOException {
        CorpusPlace place = CorpusPlace.of(lines);
        try {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            // The parser asks for one line at a time, so that this is the line where the row begins.
            place = CorpusPlace.of(lines);
            List<String> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(parser.getText());
            }
            return Optional.of(new Row(place, values));
        } catch (JsonProcessingException e) {
            throw place.error(problem(e), e);
        }
    }

    private static String problem(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        boolean open = message.contains("closing quote") || message.contains("maximum allowed");
        return open
                ? "a field begins with a double quote that nothing closes. Close it, and write quotes of the text"
                        + " twice."
                : "the line is malformed: " + message + ". Put a field with quotes in double quotes, and write quotes"
                        + " of the text twice.";
    }

    /** Hands out one line at a time, so that the parser never reads ahead. */
    private static final class LineByLine extends Reader {

        private final Utf8Lines lines;
        private String line = "";
        private int at;

        LineByLine(Utf8Lines lines) {
            this.lines = lines;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            // A line is empty where the file is a byte order mark alone.
            while (at == line.length()) {
                @Nullable String next = lines.next().orElse(null);
                if (next == null) {
                    return -1;
                }
                line = next;
                at = 0;
            }
            int count = Math.min(length, line.length() - at);
            line.getChars(at, at + count, buffer, offset);
            at += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
