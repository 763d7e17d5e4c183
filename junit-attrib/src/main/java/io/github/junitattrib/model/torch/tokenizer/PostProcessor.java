package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The part of a tokenizer.json that puts special tokens around a text. */
final class PostProcessor {

    private PostProcessor() {}

    /** Returns the ids by text of the tokens that it can put in. */
    static Map<String, Long> tokens(JsonNode processor) {
        Map<String, Long> tokens = new LinkedHashMap<>();
        processor.path("processors").forEach(part -> tokens.putAll(tokens(part)));
        processor.path("special_tokens").forEach(special -> {
            for (int i = 0; i < special.path("tokens").size(); i++) {
                tokens.put(
                        special.path("tokens").path(i).asText(),
                        special.path("ids").path(i).asLong());
            }
        });
        for (String end : new String[] {"cls", "sep"}) {
            JsonNode pair = processor.path(end);
            if (pair.size() == 2) {
                tokens.put(pair.path(0).asText(), pair.path(1).asLong());
            }
        }
        return tokens;
    }

    /** Checks what the native library takes for granted; each would end the process. */
    static void check(JsonNode processor, Path file) {
        if (adding(processor) > 1) {
            // The second would find the parts of the first.
            throw TokenizerFiles.broken(file, "its post_processor adds special tokens twice");
        }
        checkTemplates(processor, file);
    }

    private static int adding(JsonNode processor) {
        int adding = isTemplate(processor) || processor.has("cls") || processor.has("sep") ? 1 : 0;
        for (JsonNode part : processor.path("processors")) {
            adding += adding(part);
        }
        return adding;
    }

    /** By its parts, as the library goes by them whatever the type says. */
    private static boolean isTemplate(JsonNode processor) {
        return processor.has("single");
    }

    private static void checkTemplates(JsonNode processor, Path file) {
        processor.path("processors").forEach(part -> checkTemplates(part, file));
        JsonNode specialTokens = processor.path("special_tokens");
        specialTokens.properties().forEach(entry -> {
            JsonNode special = entry.getValue();
            if (special.path("ids").size() != special.path("tokens").size()) {
                throw TokenizerFiles.broken(
                        file,
                        "the special token \"" + entry.getKey()
                                + "\" of its post_processor has other numbers of ids and of tokens");
            }
        });
        int texts = 0;
        for (JsonNode piece : processor.path("single")) {
            JsonNode sequence = piece.path("Sequence").path("id");
            JsonNode special = piece.path("SpecialToken").path("id");
            if (!sequence.isMissingNode() && !sequence.asText().equals("A")) {
                throw TokenizerFiles.broken(
                        file, "its post_processor asks for a second text (" + sequence + ") where there is one");
            }
            if (!special.isMissingNode() && !specialTokens.has(special.asText())) {
                throw TokenizerFiles.broken(file, "its post_processor has no special token " + special);
            }
            texts += sequence.isMissingNode() ? 0 : 1;
        }
        if (isTemplate(processor) && texts != 1) {
            throw TokenizerFiles.broken(file, "its post_processor puts the text in " + texts + " times");
        }
    }
}
