package io.github.junitattrib.model.torch.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.text.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids and pieces against those of transformers 4.51.3, of which tokenizers_for_tests.py wrote the references. */
class TokenizerReferenceTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("io.github.junitattrib.model.torch.tokenizer.SmallTokenizers#all")
    void givesWhatTransformersGives(String kind) {
        assertSame(SmallTokenizers.directory(kind), kind, "encodings", SmallTokenizers.texts());
    }

    @ParameterizedTest
    @MethodSource("io.github.junitattrib.model.torch.tokenizer.SmallTokenizers#fromVocabularies")
    void buildsTheSameFromVocabularyFiles(String kind) throws IOException {
        SmallTokenizers.copy(kind, directory);
        Files.delete(directory.resolve("tokenizer.json"));

        assertSame(directory, kind, "encodings", SmallTokenizers.texts());
        assertSame(directory, kind, "typed", SmallTokenizers.typed());
    }

    @ParameterizedTest
    @MethodSource("io.github.junitattrib.model.torch.tokenizer.SmallTokenizers#fromVocabularies")
    void buildsTheSameFromFilesOfOldVersions(String kind) throws IOException {
        SmallTokenizers.copy(kind, directory);
        Files.delete(directory.resolve("tokenizer.json"));
        SmallTokenizers.change(
                directory.resolve("tokenizer_config.json"), config -> config.remove("added_tokens_decoder"));

        boolean differs = SmallTokenizers.reference(kind, "old").isArray();
        assertSame(directory, kind, differs ? "old" : "encodings", SmallTokenizers.texts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert", "roberta"})
    void buildsTheUsualFromTheVocabularyAlone(String kind) throws IOException {
        for (String file : List.of("vocab.txt", "vocab.json", "merges.txt")) {
            if (Files.exists(SmallTokenizers.directory(kind).resolve(file))) {
                Files.copy(SmallTokenizers.directory(kind).resolve(file), directory.resolve(file));
            }
        }

        assertSame(directory, kind, "encodings", SmallTokenizers.texts());
    }

    @Test
    void readsLinesThatEndAsOnWindows() throws IOException {
        SmallTokenizers.copy("bert", directory);
        Files.delete(directory.resolve("tokenizer.json"));
        Path file = directory.resolve("vocab.txt");
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n") + "\r\n\r\n");

        assertSame(directory, "bert", "encodings", SmallTokenizers.texts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert", "distilbert", "electra", "mpnet", "roberta", "roberta-prefix", "gpt2"})
    void leavesTypedSpecialTokensTextAsTransformersCan(String kind) {
        assertSame(SmallTokenizers.directory(kind), kind, "typed", SmallTokenizers.typed());
    }

    @Test
    void takesTheSettingsThatTransformersTakes() {
        SmallTokenizers.copy("distilbert", directory);
        SmallTokenizers.change(
                directory.resolve("tokenizer.json"),
                json -> json.withObject("/normalizer")
                        .put("lowercase", true)
                        .put("strip_accents", true)
                        .put("handle_chinese_chars", false));

        assertSame(directory, "distilbert", "encodings", SmallTokenizers.texts());
    }

    @Test
    void takesThePrefixFromTheSettings() {
        SmallTokenizers.copy("roberta-prefix", directory);
        SmallTokenizers.change(
                directory.resolve("tokenizer.json"),
                json -> json.withObject("/pre_tokenizer").put("add_prefix_space", false));

        assertSame(directory, "roberta-prefix", "encodings", SmallTokenizers.texts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert", "roberta", "albert"})
    void neitherCutsNorPadsNorDrawsByChance(String kind) {
        SmallTokenizers.copy(kind, directory);
        SmallTokenizers.change(directory.resolve("tokenizer.json"), json -> {
            ObjectNode truncation = json.putObject("truncation");
            truncation.put("max_length", 4).put("stride", 0);
            truncation.put("strategy", "LongestFirst").put("direction", "Right");
            json.putObject("padding")
                    .put("strategy", "BatchLongest")
                    .put("direction", "Right")
                    .put("pad_to_multiple_of", 64)
                    .put("pad_id", 0)
                    .put("pad_type_id", 0)
                    .put("pad_token", "[PAD]");
            json.withObject("/model").put("dropout", 0.5);
        });

        assertSame(directory, kind, "encodings", SmallTokenizers.texts());
    }

    private static void assertSame(Path directory, String kind, String key, List<String> texts) {
        JsonNode reference = SmallTokenizers.reference(kind, key);
        assertThat(reference).hasSameSizeAs(texts);
        try (TextTokenizer tokenizer = SmallTokenizers.open(directory)) {
            for (int i = 0; i < texts.size(); i++) {
                if (!texts.get(i).isBlank()) {
                    List<Token> tokens = tokenizer.tokenize(texts.get(i)).tokens();
                    assertThat(tokens)
                            .as(texts.get(i))
                            .extracting(Token::text)
                            .containsExactlyElementsOf(list(reference.get(i).path("tokens")).stream()
                                    .map(JsonNode::asText)
                                    .toList());
                    assertThat(tokens)
                            .as(texts.get(i))
                            .extracting(Token::id)
                            .containsExactlyElementsOf(list(reference.get(i).path("ids")).stream()
                                    .map(JsonNode::asLong)
                                    .toList());
                }
            }
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
