package io.github.junitattrib.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.location.Utf8Lines;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads JSON Lines: an object in each line.
 *
 * @param lines the file
 * @param names the properties that are fields
 * @param comments whether lines that begin with {@code #} are left out
 */
record JsonLinesReader(Utf8Lines lines, FieldNames names, boolean comments) implements RecordReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Override
    public Optional<RawCase> next() throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            boolean comment = comments && line.get().startsWith("#");
            if (!line.get().isBlank() && !comment) {
                return Optional.of(parsed(line.get().stripTrailing()));
            }
        }
        return Optional.empty();
    }

    private RawCase parsed(String line) throws IOException {
        CorpusPlace place = CorpusPlace.of(lines);
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw place.error("the line is no JSON object but " + JsonValues.kind(parser.currentToken())
                        + ". Write one object a line, such as {\"text\": \"It was great\", \"label\": \"POSITIVE\"}.");
            }
            RawCase read = new RawCase(place);
            Set<String> found = new LinkedHashSet<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                found.add(name);
                parser.nextToken();
                read(new JsonValues(parser, name, place), read);
            }
            if (parser.nextToken() != null) {
                throw place.error(
                        parser.currentTokenLocation().getColumnNr(),
                        "something follows the object. Write one object a line.");
            }
            names.require(found, "property", place);
            names.requireSpelling(found, "property", place);
            return read;
        } catch (JsonProcessingException e) {
            throw malformed(place, e);
        }
    }

    private void read(JsonValues value, RawCase read) throws IOException {
        Optional<CorpusField> field = names.field(value.name());
        if (field.isEmpty()) {
            value.skip();
            return;
        }
        switch (field.get()) {
            case TEXT -> read.text(value.string());
            case LABEL -> value.word().ifPresent(read::label);
            case ID -> value.word().ifPresent(read::id);
            case TAGS -> value.tags().forEach(read::tag);
            case RATIONALES -> value.reasons().forEach(read::reason);
        }
    }

    static InvalidCorpusException malformed(CorpusPlace place, JsonProcessingException e) {
        String problem = e.getOriginalMessage().replaceAll("\\s*\\(?(start marker )?at \\[Source[^\\]]*\\]\\)?", "");
        return place.error(
                e.getLocation() == null ? 1 : e.getLocation().getColumnNr(),
                "the line is malformed JSON: " + problem + ". Correct it; quotes inside of a text are written \\\".",
                e);
    }
}
