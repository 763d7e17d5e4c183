package io.github.junitattrib.model.torch.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import io.github.junitattrib.text.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the files wins: ids against those of transformers 4.51.3 (fixtures/training/tokenizers_for_tests.py). */
class SettingsOverJsonTest {

    private static final JsonNode REFERENCE =
            JsonFile.read(SmallTokenizers.directory("bert").resolveSibling("settings.json"));

    @TempDir
    Path directory;

    static Stream<Arguments> cases() {
        return StreamSupport.stream(REFERENCE.path("cases").spliterator(), false)
                .map(one -> Arguments.of(
                        one.path("kind").asText(),
                        one.path("config.json"),
                        one.path("tokenizer_config.json"),
                        one.path("tokenizer.json"),
                        one.path("ids")));
    }

    @ParameterizedTest(name = "{0}: {1}, {2} over {3}")
    @MethodSource("cases")
    void areThoseThatTransformersTakes(
            String kind, JsonNode config, JsonNode tokenizerConfig, ObjectNode part, JsonNode expected)
            throws IOException {
        write("config.json", config);
        write("tokenizer_config.json", tokenizerConfig);

        assertThat(ids(kind, part)).isEqualTo(longs(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert", "roberta"})
    void leaveTokenizerJsonWhereNoFileSaysWhatItIs(String kind) throws IOException {
        String part = kind.equals("bert") ? "normalizer" : "pre_tokenizer";
        List<JsonNode> alike = StreamSupport.stream(REFERENCE.path("cases").spliterator(), false)
                .filter(one -> one.path("kind").asText().equals(kind))
                .filter(one -> one.path("tokenizer_config.json")
                        .path("tokenizer_class")
                        .asText()
                        .startsWith("PreTrained"))
                .filter(one -> kind.equals("bert") || prefix(one.path("tokenizer_config.json")) == prefixOf(one, part))
                .toList();
        assertThat(alike).hasSizeGreaterThan(1);
        for (JsonNode one : alike) {
            assertThat(ids(kind, (ObjectNode) one.path("tokenizer.json"))).isEqualTo(longs(one.path("ids")));
        }
    }

    @Test
    void mustBeTrueOrFalse() throws IOException {
        write("tokenizer_config.json", JsonFile.MAPPER.readTree("""
                {"tokenizer_class": "BertTokenizer", "do_lower_case": "no"}"""));

        assertThatThrownBy(() -> ids("bert", JsonFile.MAPPER.createObjectNode()))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("\"do_lower_case\": \"no\"")
                .hasMessageContaining("tokenizer_config.json");
    }

    private static boolean prefix(JsonNode part) {
        return part.path("add_prefix_space").asBoolean();
    }

    private static boolean prefixOf(JsonNode one, String part) {
        return prefix(one.path("tokenizer.json").path(part));
    }

    private List<Long> ids(String kind, ObjectNode part) throws IOException {
        ObjectNode tokenizer = JsonFile.read(SmallTokenizers.directory(kind).resolve("tokenizer.json"));
        tokenizer.setAll(part);
        write("tokenizer.json", tokenizer);
        try (TextTokenizer opened = SmallTokenizers.open(directory)) {
            return opened.tokenize(REFERENCE.path("text").asText()).tokens().stream()
                    .map(Token::id)
                    .toList();
        }
    }

    private void write(String file, JsonNode content) throws IOException {
        if (!content.isNull()) {
            Files.write(directory.resolve(file), JsonFile.MAPPER.writeValueAsBytes(content));
        }
    }

    private static List<Long> longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
    }
}
