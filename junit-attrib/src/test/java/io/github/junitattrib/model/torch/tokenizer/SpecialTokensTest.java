package io.github.junitattrib.model.torch.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialTokensTest {

    private static final List<String> ROLES = List.of("cls_token", "sep_token", "pad_token", "unk_token", "mask_token");

    @TempDir
    Path directory;

    private Path bert;

    @BeforeEach
    void copy() throws IOException {
        bert = SmallTokenizers.copy("bert", Files.createDirectory(directory.resolve("bert")));
    }

    /** As transformers' cls_token_id, sep_token_id, pad_token_id, unk_token_id and mask_token_id. */
    static Stream<Arguments> ids() {
        return Stream.of(
                Arguments.of("bert", List.of(2L, 3L, 0L, 1L, 4L)),
                Arguments.of("mpnet", List.of(0L, 2L, 1L, 3L, 4L)),
                Arguments.of("roberta", List.of(0L, 2L, 1L, 3L, 4L)),
                Arguments.of("xlm-roberta", List.of(0L, 2L, 1L, 3L, 202L)),
                Arguments.of("camembert", List.of(5L, 6L, 1L, 3L, 205L)),
                Arguments.of("albert", List.of(2L, 3L, 0L, 1L, 4L)),
                Arguments.of("deberta-v2", List.of(1L, 2L, 0L, 3L, 202L)));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void haveTheIdsOfTheirRoles(String kind, List<Long> ids) {
        assertThat(ids(SmallTokenizers.directory(kind))).isEqualTo(ids);
    }

    /** A config.json with an untouched default must not name another token than the tokenizer pads with. */
    @Test
    void startPathsAtTheTokenizersPaddingAndNotThatOfTheConfig() {
        SpecialTokens tokens =
                TokenizerFiles.read(SmallTokenizers.directory("roberta")).specialTokens();

        assertThat(tokens.baselines(OptionalLong.of(0)).apply(Baseline.PAD)).hasValue(1);
        assertThat(tokens.baselines(OptionalLong.empty()).apply(Baseline.PAD)).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert", "mpnet", "roberta"})
    void haveTheSameIdsInATokenizerThatIsBuilt(String kind) throws IOException {
        Path built = SmallTokenizers.copy(kind, Files.createDirectory(directory.resolve("built")));
        Files.delete(built.resolve("tokenizer.json"));

        assertThat(ids(built)).isEqualTo(ids(SmallTokenizers.directory(kind)));
    }

    @Test
    void areFoundByTheirUsualNamesWhereNoFileNamesThem() throws IOException {
        Files.delete(bert.resolve("tokenizer_config.json"));
        Files.delete(bert.resolve("special_tokens_map.json"));

        assertThat(ids(bert)).containsExactly(2L, 3L, 0L, 1L, 4L);
    }

    @Test
    void areNamedByStringsOrObjects() {
        SmallTokenizers.change(bert.resolve("tokenizer_config.json"), ObjectNode::removeAll);
        SmallTokenizers.change(bert.resolve("special_tokens_map.json"), map -> {
            map.removeAll();
            map.putObject("pad_token").put("content", "the").put("lstrip", false);
            map.put("mask_token", "film");
        });
        SpecialTokens tokens = TokenizerFiles.read(bert).specialTokens();
        ObjectNode vocabulary = JsonFile.read(bert.resolve("tokenizer.json")).withObject("/model/vocab");

        assertThat(tokens.id("pad_token")).hasValue(vocabulary.path("the").asLong());
        assertThat(tokens.id("mask_token")).hasValue(vocabulary.path("film").asLong());
        assertThat(tokens.id("cls_token")).hasValue(2);
    }

    @Test
    void areAbsentWhereTheTokenizerHasNone() {
        assertThat(TokenizerFiles.read(SmallTokenizers.directory("gpt2"))
                        .specialTokens()
                        .id("mask_token"))
                .hasValue(4); // a piece of that spelling
        assertThat(TokenizerFiles.read(bert).specialTokens().id("no_such_token"))
                .isEmpty();
        SmallTokenizers.change(bert.resolve("tokenizer.json"), json -> {
            json.withArray("/added_tokens").remove(4);
            json.withObject("/model/vocab").remove("[MASK]");
        });
        assertThat(TokenizerFiles.read(bert).specialTokens().id("mask_token")).isEmpty();
    }

    private static List<Long> ids(Path directory) {
        SpecialTokens tokens = TokenizerFiles.read(directory).specialTokens();
        return ROLES.stream().map(role -> tokens.id(role).orElse(-1)).toList();
    }
}
