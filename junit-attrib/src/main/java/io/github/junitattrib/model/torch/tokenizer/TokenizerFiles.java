package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import io.github.junitattrib.model.torch.checkpoint.SmallFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The tokenizer of a checkpoint directory: its tokenizer.json, or one that is built from the vocabulary files.
 *
 * @param file where it was read from, for messages
 * @param json the whole of it as a tokenizer.json, made ready for explaining
 * @param specialTokens of it
 * @param spanFacts of it
 */
public record TokenizerFiles(Path file, ObjectNode json, SpecialTokens specialTokens, SpanFacts spanFacts) {

    /** Finds and reads the files of a checkpoint, and checks what can be checked without the native library. */
    public static TokenizerFiles read(Path directory) {
        return read(directory, true);
    }

    /**
     * Finds and reads the files beside an archive. DJL takes a tokenizer.json there as it is, so that defaults of a
     * tokenizer class count only where a tokenizer_config.json speaks of one.
     */
    public static TokenizerFiles readBesideArchive(Path directory) {
        return read(directory, SmallFile.isThere(directory.resolve("tokenizer_config.json")));
    }

    private static TokenizerFiles read(Path directory, boolean classDecides) {
        TokenizerSettings settings = TokenizerSettings.read(directory);
        Path whole = directory.resolve("tokenizer.json");
        Path words = directory.resolve("vocab.txt");
        Path pairs = directory.resolve("merges.txt");
        if (SmallFile.isThere(whole)) {
            ObjectNode json = JsonFile.read(whole);
            if (classDecides) {
                SettingsOverJson.apply(settings, json);
            }
            return of(whole, json, settings);
        }
        if (SmallFile.isThere(words)) {
            return of(words, WordPieceVocabulary.toTokenizer(words, settings), settings);
        }
        if (SmallFile.isThere(pairs)) {
            return of(pairs, BytePairVocabulary.toTokenizer(directory, settings), settings);
        }
        throw missing(directory);
    }

    private static TokenizerFiles of(Path file, ObjectNode json, TokenizerSettings settings) {
        TokenizerCheck.check(json, file);
        SpecialTokens specialTokens = SpecialTokens.of(json, settings);
        TokenizerRewrite.apply(json, specialTokens.structural());
        return new TokenizerFiles(file, json, specialTokens, SpanFacts.of(json, file));
    }

    /** Opens it; {@code limit} is the largest number of tokens that the model can read. */
    public TextTokenizer open(int limit) {
        return TextTokenizer.open(this, limit);
    }

    static ModelLoadException broken(Path file, String what) {
        return new ModelLoadException("The tokenizer " + file + " cannot be read: " + what
                + ". Copy the files that were saved with the model.");
    }

    private static ModelLoadException missing(Path directory) {
        String missing = "The model directory " + directory + " has no tokenizer.json";
        return Stream.of("spiece.model", "sentencepiece.bpe.model", "spm.model", "tokenizer.model")
                .filter(name -> Files.exists(directory.resolve(name)))
                .findFirst()
                .map(name -> new ModelLoadException(missing + ", but a " + name + ", which cannot be read. Convert it:"
                        + " python -c \"from transformers import AutoTokenizer as T; T.from_pretrained('" + directory
                        + "').save_pretrained('" + directory + "')\""))
                .orElseGet(() -> new ModelLoadException(missing + ". Save it with the tokenizer's save_pretrained(…)"
                        + " (fast tokenizers write it) and copy it there."));
    }
}
