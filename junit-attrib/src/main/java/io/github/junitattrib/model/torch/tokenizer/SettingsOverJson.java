package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Puts settings of tokenizer_config.json in the place of those in tokenizer.json where transformers does so: where the
 * two files differ, the model was trained and is run in Python with the former.
 */
final class SettingsOverJson {

    private static final Map<String, String> OF_BERT = Map.of(
            "do_lower_case", "lowercase",
            "strip_accents", "strip_accents",
            "tokenize_chinese_chars", "handle_chinese_chars");

    private SettingsOverJson() {}

    static void apply(TokenizerSettings settings, ObjectNode tokenizer) {
        if (tokenizer.path("normalizer") instanceof ObjectNode normalizer
                && normalizer.path("type").asText().equals("BertNormalizer")
                && !settings.tokenizerClass().isEmpty()
                && !settings.isGeneral()) {
            OF_BERT.forEach((key, inJson) -> replace(settings, key, normalizer, inJson));
        }
        if (tokenizer.path("pre_tokenizer") instanceof ObjectNode preTokenizer
                && preTokenizer.path("type").asText().equals("ByteLevel")) {
            replace(settings, "add_prefix_space", preTokenizer, "add_prefix_space");
        }
    }

    private static void replace(TokenizerSettings settings, String key, ObjectNode part, String inJson) {
        JsonNode value = settings.config().path(key);
        if (value.isBoolean() || (value.isNull() && key.equals("strip_accents"))) {
            part.set(inJson, value);
        }
    }
}
