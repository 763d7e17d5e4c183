package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import java.util.HashSet;
import java.util.Set;

/**
 * Rewrites a tokenizer.json for explaining: a text is neither cut nor padded, its tokens are not drawn by chance, spans
 * come untrimmed, and {@code [SEP]} or {@code </s>} that a user types stays text.
 */
final class TokenizerRewrite {

    /** Put around the text of a special token, so that no text has it: Unicode keeps it for use within programs. */
    private static final String HIDDEN = "\uFDD0";

    private final ObjectNode json;
    private final Set<String> special;

    private TokenizerRewrite(ObjectNode json, Set<String> special) {
        this.json = json;
        this.special = special;
    }

    /** Changes the tokenizer in place; {@code special} are the texts of the tokens that users cannot type. */
    static void apply(ObjectNode json, Set<String> special) {
        TokenizerRewrite rewrite = new TokenizerRewrite(json, special);
        json.putNull("truncation").putNull("padding").putNull("decoder");
        if (json.path("model") instanceof ObjectNode model && model.has("dropout")) {
            model.putNull("dropout");
        }
        keepSpans(json.path("post_processor"));
        rewrite.hideSpecialTokens();
    }

    /** Trimmed by the library, a token of white space has no place at all. */
    private static void keepSpans(JsonNode processor) {
        processor.path("processors").forEach(TokenizerRewrite::keepSpans);
        if (processor instanceof ObjectNode object && object.has("trim_offsets")) {
            object.put("trim_offsets", false);
        }
    }

    /** The tokenizer goes on putting them around a text: for that their ids stand in the post-processor. */
    private void hideSpecialTokens() {
        Set<String> pieces = hidePieces(json.path("model").path("vocab"));
        ArrayNode kept = JsonFile.MAPPER.createArrayNode();
        for (JsonNode token : json.path("added_tokens")) {
            String text = token.path("content").asText();
            if (!special.contains(text)) {
                kept.add(token);
            } else if (!pieces.contains(text) && token instanceof ObjectNode object) {
                // Left in its place, as the added tokens behind it are numbered from it.
                kept.add(object.put("content", HIDDEN + text + HIDDEN));
            }
        }
        json.set("added_tokens", kept);
    }

    /**
     * Returns the special tokens that are pieces. Other models split the text before they look for pieces; Unigram would
     * find a special token by its spelling.
     */
    private Set<String> hidePieces(JsonNode vocabulary) {
        Set<String> pieces = new HashSet<>();
        for (JsonNode piece : vocabulary) {
            String text = piece.path(0).asText();
            if (piece instanceof ArrayNode pair && special.contains(text)) {
                pair.set(0, HIDDEN + text + HIDDEN);
                pieces.add(text);
            }
        }
        special.stream().filter(vocabulary::has).forEach(pieces::add);
        return pieces;
    }
}
