package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What must be known of a tokenizer to say where its tokens stand.
 *
 * @param markers letters of its pieces that stand for a space
 * @param deleted code points that its normalizer deletes wherever they stand
 * @param replaced strings that its normalizer replaces as a whole, for which the library names the last character alone
 */
record SpanFacts(String markers, Set<Integer> deleted, List<String> replaced) {

    static SpanFacts of(JsonNode tokenizer, Path file) {
        JsonNode normalizer = tokenizer.path("normalizer");
        Set<Integer> deleted = new HashSet<>();
        for (JsonNode charsMap : normalizer.findValues("precompiled_charsmap")) {
            deleted.addAll(CharsMap.read(charsMap.asText(), file).deleted());
        }
        List<String> replaced = normalizer.findValues("pattern").stream()
                .map(pattern -> pattern.path("String").asText())
                .filter(string -> string.codePointCount(0, string.length()) > 1)
                .toList();
        return new SpanFacts(markers(tokenizer.path("model")), Set.copyOf(deleted), replaced);
    }

    /** Sentencepiece has {@code \u2581}; BPE has that or, over bytes, {@code \u0120}. Their users' own are then no markers. */
    private static String markers(JsonNode model) {
        if (model.has("merges")) {
            return "\u0120\u2581";
        }
        return model.path("vocab").isArray() ? "\u2581" : "";
    }
}
