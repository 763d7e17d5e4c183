package io.github.junitattrib.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value that a JSON parser stands at, as what a case needs.
 *
 * @param parser at the first token of the value
 * @param name the property
 * @param place the line
 */
record JsonValues(JsonParser parser, String name, CorpusPlace place) {

    /** A text. */
    String string() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong("a text");
        }
        return parser.getText();
    }

    /** A text, or a whole number as its digits; null is none. */
    Optional<String> word() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Optional.empty();
            case VALUE_STRING, VALUE_NUMBER_INT -> Optional.of(parser.getText());
            default -> throw wrong("a text or a whole number");
        };
    }

    /** A text, or an array of texts; null is none. */
    List<String> tags() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> List.of();
            case VALUE_STRING -> List.of(parser.getText());
            case START_ARRAY -> {
                List<String> tags = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    tags.add(string());
                }
                yield tags;
            }
            default -> throw wrong("an array of texts");
        };
    }

    /** An array of words, [start, end] or {"start": …, "end": …}; null is none. */
    List<MarkedReason> reasons() throws IOException {
        String wanted = "an array of words, [start, end] or {\"start\": …, \"end\": …}";
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrong(wanted);
        }
        List<MarkedReason> reasons = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            reasons.add(
                    switch (parser.currentToken()) {
                        case VALUE_STRING -> new MarkedReason.Words(parser.getText());
                        case START_ARRAY -> pair();
                        case START_OBJECT -> object();
                        default -> throw wrong(wanted);
                    });
        }
        return reasons;
    }

    private MarkedReason pair() throws IOException {
        List<Integer> ends = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            ends.add(offset());
        }
        if (ends.size() != 2) {
            throw place.error("property \"" + name + "\" has a stretch of " + ends.size()
                    + " numbers. Give two: [start, end], in UTF-16 units.");
        }
        return new MarkedReason.Offsets(ends.get(0), ends.get(1), Optional.empty());
    }

    private MarkedReason object() throws IOException {
        Optional<Integer> start = Optional.empty();
        Optional<Integer> end = Optional.empty();
        Optional<String> written = Optional.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String part = parser.currentName();
            parser.nextToken();
            switch (part) {
                case "start" -> start = Optional.of(offset());
                case "end" -> end = Optional.of(offset());
                case "text" -> written = Optional.of(string());
                default -> parser.skipChildren();
            }
        }
        if (start.isEmpty() || end.isEmpty()) {
            throw place.error("property \"" + name + "\" has a stretch without "
                    + (start.isEmpty() ? "\"start\"" : "\"end\"") + ". Give both, in UTF-16 units.");
        }
        return new MarkedReason.Offsets(start.get(), end.get(), written);
    }

    private int offset() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw wrong("made of whole numbers");
        }
        return parser.getIntValue();
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    private RuntimeException wrong(String wanted) {
        return place.error(
                parser.currentTokenLocation().getColumnNr(),
                "property \"" + name + "\" must be " + wanted + ", but there is " + kind(parser.currentToken())
                        + ". Correct it, or name another property.");
    }

    /** Names what a token begins. */
    static String kind(@Nullable JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> token.name().toLowerCase(Locale.ROOT);
        };
    }
}
