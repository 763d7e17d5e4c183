package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import io.github.junitattrib.model.torch.checkpoint.SmallFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the builders of a tokenizer.json from vocabulary files have in common. */
final class VocabularyFiles {

    private VocabularyFiles() {}

    static String read(Path file) {
        ByteBuffer bytes = ByteBuffer.wrap(SmallFile.read(file));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw TokenizerFiles.broken(file, "it is no text in UTF-8");
        }
    }

    /** Splits lines as Python's text mode does, at every kind of line break; blank lines at the end are left out. */
    static List<String> lines(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end == 0 ? List.of() : Arrays.asList(text.substring(0, end).split("\r\n|\r|\n", -1));
    }

    /** Begins a tokenizer.json; the decoder is left out, as nothing is ever decoded. */
    static ObjectNode tokenizer(ArrayNode addedTokens) {
        ObjectNode json = JsonFile.MAPPER.createObjectNode().put("version", "1.0");
        json.set("added_tokens", addedTokens);
        return json;
    }
}
