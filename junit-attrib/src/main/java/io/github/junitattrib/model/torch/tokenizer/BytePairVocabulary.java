package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds the tokenizer.json of a RoBERTa model (byte-level BPE) from its vocab.json and merges.txt, as transformers' fast
 * tokenizer does.
 */
final class BytePairVocabulary {

    private BytePairVocabulary() {}

    static ObjectNode toTokenizer(Path directory, TokenizerSettings settings) {
        String family = settings.family();
        if (!family.isEmpty() && !family.equals("roberta")) {
            throw new ModelLoadException("The model directory " + directory + " has a merges.txt and no tokenizer.json."
                    + " From merges.txt and vocab.json the tokenizer of roberta is built, but this is of the family \""
                    + family + "\". Save its fast tokenizer with save_pretrained(…).");
        }
        Path file = directory.resolve("vocab.json");
        if (!Files.isRegularFile(file)) {
            throw new ModelLoadException(
                    "The model directory " + directory + " has a merges.txt, but no vocab.json that"
                            + " belongs to it. Copy it, or save the fast tokenizer with save_pretrained(…).");
        }
        Map<String, Integer> vocabulary = vocabulary(file);
        RoleTexts roles = RoleTexts.ROBERTA.orAsIn(settings);
        ObjectNode json = VocabularyFiles.tokenizer(AddedTokens.list(settings, vocabulary, roles.all()));
        boolean prefix = settings.flag("add_prefix_space", false);
        json.putNull("normalizer");
        json.putObject("pre_tokenizer")
                .put("type", "ByteLevel")
                .put("add_prefix_space", prefix)
                .put("trim_offsets", true)
                .put("use_regex", true);
        ObjectNode processor = json.putObject("post_processor")
                .put("type", "RobertaProcessing")
                .put("trim_offsets", true)
                .put("add_prefix_space", prefix);
        processor.putArray("sep").add(roles.sep()).add(RoleTexts.require(roles.sep(), vocabulary, file));
        processor.putArray("cls").add(roles.cls()).add(RoleTexts.require(roles.cls(), vocabulary, file));
        ObjectNode model = json.putObject("model")
                .put("type", "BPE")
                .putNull("dropout")
                .putNull("unk_token")
                .put("continuing_subword_prefix", "")
                .put("end_of_word_suffix", "")
                .put("fuse_unk", false);
        vocabulary.forEach(model.putObject("vocab")::put);
        merges(directory.resolve("merges.txt"), vocabulary, model.putArray("merges"));
        return json;
    }

    private static Map<String, Integer> vocabulary(Path file) {
        ObjectNode json = JsonFile.readWithoutRepeats(file);
        Map<String, Integer> vocabulary = new LinkedHashMap<>();
        Map<Integer, String> pieces = new HashMap<>();
        json.properties().forEach(entry -> {
            JsonNode id = entry.getValue();
            if (!id.isInt() || id.asInt() < 0 || id.asInt() >= json.size()) {
                throw TokenizerFiles.broken(
                        file,
                        "the id of \"" + entry.getKey() + "\" is " + id + ", where its " + json.size()
                                + " pieces have the ids from 0");
            }
            String other = pieces.put(id.asInt(), entry.getKey());
            if (other != null) {
                throw TokenizerFiles.broken(
                        file, "\"" + other + "\" and \"" + entry.getKey() + "\" have the same id " + id);
            }
            vocabulary.put(entry.getKey(), id.asInt());
        });
        checkLetters(vocabulary, file);
        return vocabulary;
    }

    /** A vocabulary of another kind of BPE lacks the letters that stand for bytes: what it lacks would vanish silently. */
    private static void checkLetters(Map<String, Integer> vocabulary, Path file) {
        for (int value = 0; value < 256; value++) {
            String letter = ByteLetters.letter(value);
            if (!vocabulary.containsKey(letter)) {
                throw TokenizerFiles.broken(
                        file,
                        String.format(
                                "it has no piece \"%s\", which stands for the byte %02X: this is no byte-level BPE",
                                letter, value));
            }
        }
    }

    private static void merges(Path file, Map<String, Integer> vocabulary, ArrayNode merges) {
        String text = VocabularyFiles.read(file);
        if (!text.endsWith("\n")) {
            throw TokenizerFiles.broken(
                    file, "its last line has no end, so that it looks cut off, and transformers leaves that line out");
        }
        List<String> lines = VocabularyFiles.lines(text);
        if (lines.isEmpty() || !lines.get(0).startsWith("#version")) {
            throw TokenizerFiles.broken(
                    file,
                    "line 1 is no \"#version: 0.2\", and transformers leaves the first line out whatever it says");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            String[] pair = line.split(" ", -1);
            if (pair.length != 2 || !seen.add(line)) {
                throw TokenizerFiles.broken(
                        file,
                        "line " + (i + 1) + ", \"" + line + "\", "
                                + (pair.length == 2 ? "stands there before" : "is no pair of pieces"));
            }
            for (String piece : List.of(pair[0], pair[1], pair[0] + pair[1])) {
                if (!vocabulary.containsKey(piece)) {
                    throw TokenizerFiles.broken(
                            file,
                            "line " + (i + 1) + ", \"" + line + "\", needs the piece \"" + piece
                                    + "\", which vocab.json lacks");
                }
            }
            merges.add(line);
        }
    }
}
