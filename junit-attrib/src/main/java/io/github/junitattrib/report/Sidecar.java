package io.github.junitattrib.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What the index needs of a JSON sidecar; the rest of the file is skipped.
 *
 * <p>Read token by token: most of a file are attributions, and to bind it to a class costs a short suite more than its pages.
 */
final class Sidecar {

    private static final Set<String> NEEDED = Set.of("schema", "run", "test", "assertions");

    private final ObjectNode content;

    private Sidecar(ObjectNode content) {
        this.content = content;
    }

    /**
     * Reads a file.
     *
     * @throws JsonProcessingException if it is no sidecar
     */
    static Sidecar read(byte[] file) throws IOException {
        ObjectNode content = Json.MAPPER.createObjectNode();
        try (JsonParser parser = Json.MAPPER.createParser(file)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NotASidecarException("it holds no object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (NEEDED.contains(name)) {
                    content.set(name, parser.readValueAsTree());
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (!content.hasNonNull("schema") || !content.path("run").isTextual()) {
            throw new NotASidecarException("it has no \"schema\" or no \"run\"");
        }
        return new Sidecar(content);
    }

    String run() {
        return content.path("run").textValue();
    }

    /** Its test, in an index beside which the file has this name. */
    IndexEntry test(String name) throws NotASidecarException {
        JsonNode test = content.path("test");
        if (!test.path("class").isTextual()
                || !test.path("method").isTextual()
                || !test.path("status").isTextual()) {
            throw new NotASidecarException("its \"test\" lacks \"class\", \"method\" or \"status\"");
        }
        String status = test.path("status").textValue();
        JsonNode seconds = test.path("seconds");
        return new IndexEntry(
                test.path("class").textValue(),
                test.path("method").textValue(),
                test.path("invocation").asInt(),
                Optional.ofNullable(test.path("variant").textValue()),
                TestStatus.ofWord(status)
                        .orElseThrow(() -> new NotASidecarException("it has an unknown status \"" + status + "\"")),
                Headline.of(test.path("message").asText("")),
                seconds.isNumber() ? OptionalDouble.of(seconds.doubleValue()) : OptionalDouble.empty(),
                name);
    }

    /** Its checks of many texts. */
    List<CorpusEntry> corpora(IndexEntry test) throws JsonProcessingException {
        List<CorpusEntry> found = new ArrayList<>();
        for (JsonNode check : content.path("assertions")) {
            if (!check.isObject()) {
                throw new NotASidecarException("one of its \"assertions\" is no object");
            }
            if (check.hasNonNull("corpus")) {
                found.add(new CorpusEntry(
                        test,
                        check.path("call").asText(""),
                        check.path("verdict").asText(""),
                        Json.MAPPER.treeToValue(check.path("corpus"), CorpusRecord.class)));
            }
        }
        return found;
    }

    /** The file is JSON, but not ours. */
    static final class NotASidecarException extends JsonProcessingException {

        private static final long serialVersionUID = 1L;

        NotASidecarException(String reason) {
            super(reason);
        }
    }
}
