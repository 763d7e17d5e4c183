package io.github.junitattrib.model.torch.tokenizer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a family writes its special tokens.
 *
 * @param unk stands for what is in no piece
 * @param cls begins a text
 * @param sep ends a text
 * @param pad fills up
 * @param mask stands for a word that is left out
 */
record RoleTexts(String unk, String cls, String sep, String pad, String mask) {

    static final RoleTexts BERT = new RoleTexts("[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]");
    static final RoleTexts MPNET = new RoleTexts("[UNK]", "<s>", "</s>", "<pad>", "<mask>");
    static final RoleTexts ROBERTA = new RoleTexts("<unk>", "<s>", "</s>", "<pad>", "<mask>");

    /** Returns what the files of a model say, and these texts where they say nothing. */
    RoleTexts orAsIn(TokenizerSettings settings) {
        return new RoleTexts(
                settings.specialToken("unk_token").orElse(unk),
                settings.specialToken("cls_token").orElse(cls),
                settings.specialToken("sep_token").orElse(sep),
                settings.specialToken("pad_token").orElse(pad),
                settings.specialToken("mask_token").orElse(mask));
    }

    List<String> all() {
        return List.of(unk, cls, sep, pad, mask);
    }

    /** Returns the id of a token that the tokenizer cannot do without. */
    static int require(String text, Map<String, Integer> vocabulary, Path file) {
        Integer id = vocabulary.get(text);
        if (id == null) {
            throw TokenizerFiles.broken(
                    file, "none of its " + vocabulary.size() + " pieces is the special token \"" + text + "\"");
        }
        return id;
    }
}
