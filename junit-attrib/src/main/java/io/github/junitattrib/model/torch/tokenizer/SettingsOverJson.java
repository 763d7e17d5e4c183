package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Puts settings of tokenizer_config.json, or the usual ones of the tokenizer's class, in the place of those in
 * tokenizer.json where transformers does so: where they differ, the model was trained and is run in Python with the former.
 *
 * <p>Without a class and a model type, transformers opens no tokenizer: then tokenizer.json stands, but for a prefix that
 * tokenizer_config.json asks for.
 */
final class SettingsOverJson {

    private static final String PREFIX = "add_prefix_space";
    private static final String MPNET = "mpnet";

    /** Families whose class sets all that a BertNormalizer can, also where no file asks for it; MPNet's sets two of three. */
    private static final Set<String> LIKE_BERT = Set.of(
            "bert",
            "distilbert",
            "electra",
            "convbert",
            "funnel",
            "layoutlm",
            "lxmert",
            "mobilebert",
            "squeezebert",
            MPNET);

    private SettingsOverJson() {}

    static void apply(TokenizerSettings settings, ObjectNode tokenizer) {
        if (tokenizer.path("normalizer") instanceof ObjectNode normalizer
                && normalizer.path("type").asText().equals("BertNormalizer")
                && !settings.isGeneral()
                && LIKE_BERT.contains(settings.family())) {
            normalize(settings, normalizer);
        }
        if (tokenizer.path("pre_tokenizer") instanceof ObjectNode preTokenizer
                && preTokenizer.path("type").asText().equals("ByteLevel")) {
            prefix(settings, preTokenizer);
        }
    }

    private static void normalize(TokenizerSettings settings, ObjectNode normalizer) {
        normalizer.put("lowercase", settings.flag("do_lower_case", true));
        JsonNode accents = settings.config().path("strip_accents");
        if (accents.isMissingNode() || accents.isNull()) {
            normalizer.putNull("strip_accents"); // then it does as with the case
        } else {
            normalizer.put("strip_accents", settings.flag("strip_accents", false));
        }
        if (!settings.family().equals(MPNET)) {
            normalizer.put("handle_chinese_chars", settings.flag("tokenize_chinese_chars", true));
        }
    }

    /** All classes do so, the general one, too; transformers cannot put a null there, and goes on. */
    private static void prefix(TokenizerSettings settings, ObjectNode preTokenizer) {
        boolean stays = settings.config().path(PREFIX).isNull() || settings.isUnnamed();
        preTokenizer.put(
                PREFIX, settings.flag(PREFIX, stays && preTokenizer.path(PREFIX).asBoolean()));
    }
}
