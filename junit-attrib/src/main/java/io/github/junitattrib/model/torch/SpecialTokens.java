package io.github.junitattrib.model.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The ids of a tokenizer's special tokens by their role ({@code mask_token}, {@code unk_token}). */
final class SpecialTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Used where no file names the role. */
    private static final Map<String, List<String>> CUSTOMARY = Map.of(
            "mask_token", List.of("[MASK]", "<mask>"),
            "unk_token", List.of("[UNK]", "<unk>"));

    private final Map<String, Long> idsByText;
    private final List<JsonNode> roles;

    private SpecialTokens(Map<String, Long> idsByText, List<JsonNode> roles) {
        this.idsByText = idsByText;
        this.roles = roles;
    }

    /** Reads tokenizer.json, and tokenizer_config.json and special_tokens_map.json where they exist. */
    static SpecialTokens read(Path directory) {
        Map<String, Long> ids = new HashMap<>();
        for (JsonNode token : parse(directory.resolve("tokenizer.json")).path("added_tokens")) {
            ids.put(token.path("content").asText(), token.path("id").asLong());
        }
        return new SpecialTokens(
                ids,
                List.of(
                        parse(directory.resolve("tokenizer_config.json")),
                        parse(directory.resolve("special_tokens_map.json"))));
    }

    private static JsonNode parse(Path file) {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ModelLoadException(
                    "The file " + file + " cannot be read as JSON: " + e.getMessage() + ". Copy the model again.", e);
        }
    }

    /** Returns the id of the token with this role; empty if the tokenizer has none. */
    OptionalLong id(String role) {
        for (JsonNode file : roles) {
            JsonNode value = file.path(role);
            String text = value.isObject() ? value.path("content").asText() : value.asText("");
            if (idsByText.containsKey(text)) {
                return OptionalLong.of(idsByText.get(text));
            }
        }
        return CUSTOMARY.getOrDefault(role, List.of()).stream()
                .filter(idsByText::containsKey)
                .mapToLong(idsByText::get)
                .findFirst();
    }
}
