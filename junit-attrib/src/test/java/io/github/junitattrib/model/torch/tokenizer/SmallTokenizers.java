package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The tokenizers of src/test/resources/tokenizers, one for each kind (fixtures/training/tokenizers_for_tests.py). */
public final class SmallTokenizers {

    static final int NO_LIMIT = 100_000;
    private static final Path ROOT = root();

    private SmallTokenizers() {}

    private static Path root() {
        try {
            return Path.of(Objects.requireNonNull(SmallTokenizers.class.getResource("/tokenizers"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every kind: WordPiece, byte-level BPE, Unigram. */
    static Stream<String> all() {
        return Stream.of(
                "bert",
                "distilbert",
                "electra",
                "mpnet",
                "roberta",
                "roberta-prefix",
                "gpt2",
                "xlm-roberta",
                "camembert",
                "albert",
                "deberta-v2");
    }

    /** Those that can be built from vocab.txt, or vocab.json and merges.txt. */
    static Stream<String> fromVocabularies() {
        return Stream.of("bert", "distilbert", "electra", "mpnet", "roberta", "roberta-prefix");
    }

    public static Path directory(String kind) {
        return ROOT.resolve(kind);
    }

    static TextTokenizer open(String kind) {
        return open(directory(kind));
    }

    static TextTokenizer open(Path directory) {
        return TokenizerFiles.read(directory).open(NO_LIMIT);
    }

    /** Copies a kind's files, to change or delete some. */
    public static Path copy(String kind, Path directory) {
        try (Stream<Path> files = Files.list(directory(kind))) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void change(Path json, Consumer<ObjectNode> change) {
        ObjectNode object = JsonFile.read(json);
        change.accept(object);
        try {
            Files.write(json, JsonFile.MAPPER.writeValueAsBytes(object));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of the references; a blank one has nothing to explain. */
    static List<String> texts() {
        return strings("texts");
    }

    /** Texts with special tokens that a user typed. */
    static List<String> typed() {
        return strings("typed");
    }

    private static List<String> strings(String key) {
        List<String> texts = new ArrayList<>();
        JsonFile.read(ROOT.resolve("texts.json")).path(key).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** What transformers makes of the texts: {@code encodings}, {@code typed} or {@code old}. */
    static JsonNode reference(String kind, String key) {
        return JsonFile.read(directory(kind).resolve("reference.json")).path(key);
    }
}
