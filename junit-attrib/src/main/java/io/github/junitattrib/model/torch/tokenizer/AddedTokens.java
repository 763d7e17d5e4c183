package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lists the added tokens of a tokenizer that is built from vocabulary files, with the ids that transformers gives them. */
final class AddedTokens {

    private final TokenizerSettings settings;
    private final Map<String, Integer> ids;
    private final Set<String> listed = new HashSet<>();
    private final ArrayNode list = JsonFile.MAPPER.createArrayNode();

    private AddedTokens(TokenizerSettings settings, Map<String, Integer> vocabulary) {
        this.settings = settings;
        this.ids = new HashMap<>(vocabulary);
    }

    /**
     * Makes the list for tokenizer.json.
     *
     * @param vocabulary pieces with the ids 0 to size − 1
     * @param special texts of the special tokens by role; those that are no piece are left out
     */
    static ArrayNode list(TokenizerSettings settings, Map<String, Integer> vocabulary, Collection<String> special) {
        AddedTokens tokens = new AddedTokens(settings, vocabulary);
        special.stream().distinct().filter(vocabulary::containsKey).forEach(text -> tokens.add(token(text, true)));
        tokens.declared().forEach(tokens::addDeclared);
        for (JsonNode marker : settings.additionalSpecialTokens()) {
            TokenizerSettings.text(marker)
                    .filter(text -> !tokens.ids.containsKey(text))
                    .ifPresent(text -> tokens.add(token(text, true)));
        }
        return tokens.list;
    }

    /** The tokens by the id that a file says they have. */
    private Map<Integer, ObjectNode> declared() {
        Map<Integer, ObjectNode> declared = new TreeMap<>();
        if (settings.hasDecoder()) {
            settings.config().path("added_tokens_decoder").properties().forEach(entry -> {
                String text = TokenizerSettings.text(entry.getValue()).orElse("");
                boolean special = entry.getValue().path("special").asBoolean();
                ObjectNode token = token(text, special);
                entry.getValue().properties().stream()
                        .filter(flag -> flag.getValue().isBoolean())
                        .forEach(flag -> token.set(flag.getKey(), flag.getValue()));
                declared.put(id(text, entry.getKey()), token);
            });
        } else {
            settings.addedTokens()
                    .properties()
                    .forEach(entry -> declared.put(
                            id(entry.getKey(), entry.getValue().asText()),
                            token(entry.getKey(), isMarker(entry.getKey()))));
        }
        return declared;
    }

    private int id(String text, String id) {
        try {
            if (!text.isEmpty()) {
                return Integer.parseInt(id);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw wrong("gives \"" + text + "\" the id " + id);
    }

    private boolean isMarker(String text) {
        for (JsonNode marker : settings.additionalSpecialTokens()) {
            if (TokenizerSettings.text(marker).filter(text::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** As transformers completes a token of which a file has the text alone. */
    private static ObjectNode token(String text, boolean special) {
        return JsonFile.MAPPER
                .createObjectNode()
                .put("content", text)
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", !special)
                .put("special", special);
    }

    private void addDeclared(int id, ObjectNode token) {
        int given = add(token);
        if (given != id) {
            throw wrong("gives " + token.path("content") + " the id " + id
                    + ", but behind the other tokens it has the id " + given);
        }
    }

    /** A piece keeps its id; another gets the next one that is free, as the native library numbers them. */
    private int add(ObjectNode token) {
        String text = token.path("content").asText();
        int id = ids.computeIfAbsent(text, unseen -> ids.size());
        if (listed.add(text)) {
            list.add(token.put("id", id));
        }
        return id;
    }

    private ModelLoadException wrong(String what) {
        String file = settings.hasDecoder() ? "tokenizer_config.json (added_tokens_decoder)" : "added_tokens.json";
        return new ModelLoadException("The file " + settings.directory().resolve(file) + " " + what
                + ". Save the tokenizer with save_pretrained(…), which writes a tokenizer.json.");
    }
}
