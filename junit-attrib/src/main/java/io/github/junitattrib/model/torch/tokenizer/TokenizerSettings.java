package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What the small files beside a tokenizer say: tokenizer_config.json, special_tokens_map.json, added_tokens.json and the
 * class and family in config.json. None of them need be there.
 *
 * @param directory of the checkpoint
 * @param config of tokenizer_config.json
 * @param specialTokensMap of special_tokens_map.json
 * @param addedTokens ids by text, of added_tokens.json (older versions of transformers write it)
 * @param tokenizerClass as transformers calls it, of tokenizer_config.json or else config.json; empty if neither names one
 * @param modelType of config.json; empty if no file names one
 */
record TokenizerSettings(
        Path directory,
        ObjectNode config,
        ObjectNode specialTokensMap,
        ObjectNode addedTokens,
        String tokenizerClass,
        String modelType) {

    static TokenizerSettings read(Path directory) {
        ObjectNode config = JsonFile.readIfThere(directory.resolve("tokenizer_config.json"));
        ObjectNode model = JsonFile.readIfThere(directory.resolve("config.json"));
        return new TokenizerSettings(
                directory,
                config,
                JsonFile.readIfThere(directory.resolve("special_tokens_map.json")),
                JsonFile.readIfThere(directory.resolve("added_tokens.json")),
                config.path("tokenizer_class")
                        .asText(model.path("tokenizer_class").asText("")),
                model.path("model_type").asText(""));
    }

    /** Says whether the tokenizer is transformers' general one, which takes its normalizer from tokenizer.json. */
    boolean isGeneral() {
        return tokenizerClass.startsWith("PreTrained");
    }

    /** Says whether no file names a class or a family, from which transformers would choose the class. */
    boolean isUnnamed() {
        return tokenizerClass.isEmpty() && modelType.isEmpty();
    }

    /** Returns the family as {@code distilbert} or {@code xlmroberta}; empty if no file names it. */
    String family() {
        String name = isGeneral() || tokenizerClass.isEmpty()
                ? modelType.replace("-", "")
                : tokenizerClass.replaceFirst("Tokenizer(Fast)?$", "");
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns the text of the special token with a role such as {@code mask_token}; empty if no file names one. */
    Optional<String> specialToken(String role) {
        // Where transformers found the added tokens in tokenizer_config.json, it does not look at the map.
        return hasDecoder()
                ? text(config.path(role)).or(() -> text(specialTokensMap.path(role)))
                : text(specialTokensMap.path(role)).or(() -> text(config.path(role)));
    }

    /** Returns the text of a token that is written as a string, or as an object with the string as its content. */
    static Optional<String> text(JsonNode token) {
        JsonNode text = token.isObject() ? token.path("content") : token;
        return text.isTextual() && !text.asText().isEmpty() ? Optional.of(text.asText()) : Optional.empty();
    }

    /** Says whether tokenizer_config.json lists the added tokens by id, as newer versions of transformers write them. */
    boolean hasDecoder() {
        return config.path("added_tokens_decoder").isObject();
    }

    /** Returns the special tokens without a role: a model's own markers. */
    JsonNode additionalSpecialTokens() {
        String key = "additional_special_tokens";
        return hasDecoder() || !specialTokensMap.has(key) ? config.path(key) : specialTokensMap.path(key);
    }

    boolean flag(String key, boolean otherwise) {
        JsonNode value = config.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new ModelLoadException("The file " + directory.resolve("tokenizer_config.json") + " has the wrong \""
                    + key + "\": " + value + ". It must be true or false.");
        }
        return value.asBoolean();
    }
}
