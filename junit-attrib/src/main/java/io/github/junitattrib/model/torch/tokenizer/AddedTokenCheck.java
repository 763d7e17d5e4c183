package io.github.junitattrib.model.torch.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the added tokens of a tokenizer.json as the native library looks for them in a text: what comes out empty, or
 * overlaps with the white space that another one takes, would end the process at some text.
 */
final class AddedTokenCheck {

    private final ObjectNode tokenizer;
    private final Path file;

    private AddedTokenCheck(ObjectNode tokenizer, Path file) {
        this.tokenizer = tokenizer;
        this.file = file;
    }

    static void check(ObjectNode tokenizer, Path file) throws IOException {
        AddedTokenCheck check = new AddedTokenCheck(tokenizer, file);
        check.check(check.tokens(false), false);
        check.check(check.tokens(true), true);
    }

    private List<JsonNode> tokens(boolean normalized) {
        List<JsonNode> tokens = new ArrayList<>();
        for (JsonNode token : tokenizer.path("added_tokens")) {
            if (token.path("normalized").asBoolean() == normalized) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** The library looks first for those that are not normalized, in the text as it is, and then for the others. */
    private void check(List<JsonNode> tokens, boolean normalized) throws IOException {
        if (tokens.isEmpty()) {
            return;
        }
        List<String> sought =
                tokens.stream().map(token -> token.path("content").asText()).toList();
        if (normalized && tokenizer.path("normalizer").isObject()) {
            sought = normalize(sought);
        }
        boolean takesSpace =
                tokens.stream().anyMatch(token -> token.path("rstrip").asBoolean());
        for (int i = 0; i < sought.size(); i++) {
            String text = sought.get(i);
            if (text.isEmpty() || (takesSpace && isSpace(text.codePointAt(0)))) {
                throw TokenizerFiles.broken(
                        file,
                        "the added token " + tokens.get(i).path("content") + " comes out of its normalizer "
                                + (text.isEmpty() ? "empty" : "with white space that another one takes (rstrip)"));
            }
        }
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == '\u0085';
    }

    /** By a tokenizer with the same normalizer that knows no piece: Unigram gives what is unknown as it came. */
    private List<String> normalize(List<String> texts) throws IOException {
        ObjectNode probe = JsonFile.MAPPER.createObjectNode().put("version", "1.0");
        probe.set("normalizer", tokenizer.path("normalizer"));
        ObjectNode model = probe.putObject("model").put("type", "Unigram").put("unk_id", 0);
        model.putArray("vocab").addArray().add("<unk>").add(0.0);
        List<String> normalized = new ArrayList<>();
        try (HuggingFaceTokenizer library = TextTokenizer.newNative(probe)) {
            texts.forEach(
                    text -> normalized.add(String.join("", library.encode(text).getTokens())));
        }
        return normalized;
    }
}
