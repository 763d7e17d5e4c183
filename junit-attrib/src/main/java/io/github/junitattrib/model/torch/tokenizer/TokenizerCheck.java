package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Checks in a tokenizer.json what the native library takes for granted: a panic there ends the process, at once or at the
 * first text. What the library refuses by itself is left to it.
 */
final class TokenizerCheck {

    private final ObjectNode json;
    private final Path file;

    private TokenizerCheck(ObjectNode json, Path file) {
        this.json = json;
        this.file = file;
    }

    static void check(ObjectNode json, Path file) {
        TokenizerCheck check = new TokenizerCheck(json, file);
        check.checkModel();
        check.checkAddedTokens();
        StepsCheck.check(json, file);
        PostProcessor.check(json.path("post_processor"), file);
    }

    private void checkModel() {
        JsonNode model = json.path("model");
        if (!model.isObject() || model.path("vocab").isEmpty()) {
            throw TokenizerFiles.broken(file, "it has no model with a vocabulary");
        }
        if (model.path("vocab").isArray()) {
            checkUnigram(model);
        } else {
            checkIds(model);
        }
        if (model.has("merges")) {
            checkMerges(model);
        }
    }

    private void checkUnigram(JsonNode model) {
        JsonNode pieces = model.path("vocab");
        for (int id = 0; id < pieces.size(); id++) {
            JsonNode piece = pieces.get(id);
            if (piece.size() != 2
                    || !piece.path(0).isTextual()
                    || !piece.path(1).isNumber()) {
                throw TokenizerFiles.broken(file, "entry " + id + " of its vocabulary is no piece with its score");
            }
        }
        JsonNode unknown = model.path("unk_id");
        if (!unknown.isInt() || unknown.asInt() < 0 || unknown.asInt() >= pieces.size()) {
            throw TokenizerFiles.broken(
                    file,
                    "its unk_id is " + unknown + ", where its pieces have the ids from 0 to " + (pieces.size() - 1));
        }
    }

    private void checkIds(JsonNode model) {
        model.path("vocab").properties().forEach(piece -> {
            JsonNode id = piece.getValue();
            if (!id.isInt() || id.asInt() < 0) {
                throw TokenizerFiles.broken(file, "the id of the piece \"" + piece.getKey() + "\" is " + id);
            }
        });
        JsonNode unknown = model.path("unk_token");
        boolean named = unknown.isTextual() && !unknown.asText().isEmpty();
        if (named && !model.path("vocab").has(unknown.asText())) {
            throw TokenizerFiles.broken(file, "its unk_token " + unknown + " is no piece of the vocabulary");
        }
    }

    /** The library cuts the prefix off by its length, without looking. */
    private void checkMerges(JsonNode model) {
        String prefix = model.path("continuing_subword_prefix").asText("");
        JsonNode merges = model.path("merges");
        if (!merges.isArray()) {
            throw TokenizerFiles.broken(file, "its merges are no list");
        }
        for (int i = 0; i < merges.size(); i++) {
            JsonNode merge = merges.get(i);
            String second = merge.isArray()
                    ? merge.path(1).asText()
                    : merge.asText().substring(merge.asText().indexOf(' ') + 1);
            if (!second.startsWith(prefix)) {
                throw TokenizerFiles.broken(
                        file, "merge " + i + ", " + merge + ", goes on without the prefix \"" + prefix + "\"");
            }
        }
    }

    private void checkAddedTokens() {
        Set<String> texts = new HashSet<>();
        for (JsonNode token : json.path("added_tokens")) {
            String text = token.path("content").asText();
            if (text.isEmpty() || !texts.add(text)) {
                throw TokenizerFiles.broken(
                        file,
                        text.isEmpty() ? "an added token has no text" : "it adds the token \"" + text + "\" twice");
            }
        }
    }
}
