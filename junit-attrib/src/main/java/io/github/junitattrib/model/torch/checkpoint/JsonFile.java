package io.github.junitattrib.model.torch.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the JSON files that lie beside a model's weights; all of them are objects. */
public final class JsonFile {

    /** Ten times those of the largest vocabularies; a tree takes up to a hundred bytes for each. */
    private static final long MOST_TOKENS = 10_000_000;

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper STRICT = MAPPER.rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonFile() {}

    public static ObjectNode read(Path file) {
        return read(file, MAPPER);
    }

    /** Refuses keys that stand twice, of which the others silently take the last. */
    public static ObjectNode readWithoutRepeats(Path file) {
        return read(file, STRICT);
    }

    /** Reads a file that need not be there; then it is empty. */
    public static ObjectNode readIfThere(Path file) {
        return SmallFile.isThere(file) ? read(file) : MAPPER.createObjectNode();
    }

    private static ObjectNode read(Path file, JsonMapper mapper) {
        byte[] bytes = SmallFile.read(file);
        try {
            if (mapper.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
            throw new ModelLoadException(
                    "The file " + file + " cannot be read: it is no JSON object. Copy the model again.");
        } catch (JsonProcessingException e) {
            throw unreadable(file, e.getOriginalMessage() + place(e), e);
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static ModelLoadException unreadable(Path file, String why, IOException cause) {
        return new ModelLoadException(
                "The file " + file + " cannot be read as JSON: " + why + ". Copy the model again.", cause);
    }

    /** The parser's own words for it name a source that is not there. */
    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}
