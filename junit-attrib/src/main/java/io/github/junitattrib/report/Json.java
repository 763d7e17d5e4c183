package io.github.junitattrib.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Prints and reads the JSON of reports. */
final class Json {

    /** Version of the sidecars and of summary.json: raised when a name or a meaning changes. */
    static final int SCHEMA = 1;

    static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final ObjectWriter BLOCKS = MAPPER.writer();
    private static final ObjectWriter LINES = MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    static String print(JsonNode tree) {
        return print(BLOCKS, tree) + "\n";
    }

    /** Prints a tree in one line. */
    static String line(JsonNode tree) {
        return print(LINES, tree);
    }

    private static String print(ObjectWriter writer, JsonNode tree) {
        try {
            return escapeLoneSurrogates(writer.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values can always be printed, but this one cannot.", e);
        }
    }

    /** JSON has no numbers for NaN and infinities. */
    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    static @Nullable Integer present(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    static @Nullable Double present(OptionalDouble value) {
        return value.isPresent() ? finite(value.getAsDouble()) : null;
    }

    static @Nullable String present(String value) {
        return value.isEmpty() ? null : value;
    }

    /** UTF-8 cannot hold them, JSON can; they stand in string literals only. */
    private static String escapeLoneSurrogates(String json) {
        if (json.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length());
        json.codePoints().forEach(codePoint -> {
            if (Character.getType(codePoint) == Character.SURROGATE) {
                escaped.append("\\u").append(Integer.toHexString(codePoint));
            } else {
                escaped.appendCodePoint(codePoint);
            }
        });
        return escaped.toString();
    }
}
