package io.github.junitattrib.model.torch.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the JSON files that lie beside a model's weights; all of them are objects. */
public final class JsonFile {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper STRICT = MAPPER.rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    /** Ten times the largest tokenizer.json that is about; far less than what would exhaust the heap. */
    private static final long LARGEST = 200L << 20;

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
        return Files.exists(file) ? read(file) : MAPPER.createObjectNode();
    }

    private static ObjectNode read(Path file, JsonMapper mapper) {
        try {
            long bytes = Files.size(file);
            if (bytes > LARGEST) {
                throw new ModelLoadException("The file " + file + " has " + bytes + " bytes; no more than " + LARGEST
                        + " are read as JSON. Check that it is the file of its name.");
            }
            LfsPointer.refuse(file);
            if (mapper.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
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
