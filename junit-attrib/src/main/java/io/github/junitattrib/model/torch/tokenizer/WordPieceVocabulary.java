package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the tokenizer.json of a BERT-like model from its vocab.txt, as transformers' fast tokenizer does. */
final class WordPieceVocabulary {

    private static final Set<String> FAMILIES = Set.of("bert", "distilbert", "electra", "mpnet");

    private WordPieceVocabulary() {}

    static ObjectNode toTokenizer(Path file, TokenizerSettings settings) {
        String family = settings.family();
        if (!family.isEmpty() && !FAMILIES.contains(family)) {
            throw new ModelLoadException("The model directory " + settings.directory()
                    + " has a vocab.txt and no tokenizer.json. From vocab.txt alone the tokenizers of bert, distilbert,"
                    + " electra and mpnet are built, but this is of the family \"" + family
                    + "\". Save its fast tokenizer with save_pretrained(…).");
        }
        Map<String, Integer> vocabulary = vocabulary(file);
        RoleTexts roles = (family.equals("mpnet") ? RoleTexts.MPNET : RoleTexts.BERT).orAsIn(settings);
        RoleTexts.require(roles.unk(), vocabulary, file);
        ObjectNode json = VocabularyFiles.tokenizer(AddedTokens.list(settings, vocabulary, roles.all()));
        boolean lowerCase = settings.flag("do_lower_case", true);
        ObjectNode normalizer = json.putObject("normalizer")
                .put("type", "BertNormalizer")
                .put("clean_text", true)
                .put("handle_chinese_chars", settings.flag("tokenize_chinese_chars", true))
                .put("lowercase", lowerCase);
        if (settings.config().path("strip_accents").isBoolean()) {
            normalizer.set("strip_accents", settings.config().path("strip_accents"));
        } else {
            normalizer.putNull("strip_accents"); // then it does as with the case
        }
        json.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
        template(
                json.putObject("post_processor"),
                roles,
                RoleTexts.require(roles.cls(), vocabulary, file),
                RoleTexts.require(roles.sep(), vocabulary, file));
        ObjectNode model = json.putObject("model")
                .put("type", "WordPiece")
                .put("unk_token", roles.unk())
                .put("continuing_subword_prefix", "##")
                .put("max_input_chars_per_word", 100);
        vocabulary.forEach(model.putObject("vocab")::put);
        return json;
    }

    private static Map<String, Integer> vocabulary(Path file) {
        List<String> lines = VocabularyFiles.lines(VocabularyFiles.read(file));
        Map<String, Integer> vocabulary = new LinkedHashMap<>();
        for (int id = 0; id < lines.size(); id++) {
            Integer before = vocabulary.putIfAbsent(lines.get(id), id);
            if (before != null) {
                throw TokenizerFiles.broken(
                        file,
                        "line " + (id + 1) + " repeats line " + (before + 1) + ", \"" + lines.get(id)
                                + "\", so that it is unclear which of them is the piece's id");
            }
        }
        return vocabulary;
    }

    private static void template(ObjectNode processor, RoleTexts roles, int cls, int sep) {
        processor.put("type", "TemplateProcessing");
        // The pair of texts is never used, but must be there.
        for (String kind : List.of("single", "pair")) {
            ArrayNode template = processor.putArray(kind);
            template.addObject()
                    .putObject("SpecialToken")
                    .put("id", roles.cls())
                    .put("type_id", 0);
            template.addObject().putObject("Sequence").put("id", "A").put("type_id", 0);
            template.addObject()
                    .putObject("SpecialToken")
                    .put("id", roles.sep())
                    .put("type_id", 0);
        }
        ObjectNode specials = processor.putObject("special_tokens");
        describe(specials.putObject(roles.cls()), roles.cls(), cls);
        describe(specials.putObject(roles.sep()), roles.sep(), sep);
    }

    private static void describe(ObjectNode special, String text, int id) {
        special.put("id", text);
        special.putArray("ids").add(id);
        special.putArray("tokens").add(text);
    }
}
