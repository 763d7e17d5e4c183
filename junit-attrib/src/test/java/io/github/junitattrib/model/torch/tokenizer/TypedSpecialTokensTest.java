package io.github.junitattrib.model.torch.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.text.Token;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Special tokens that a user writes: the model must not read structure where there is text. */
class TypedSpecialTokensTest {

    private static final String ALL =
            "[PAD] [UNK][CLS] [SEP][MASK] <s> </s> <pad><unk> <mask> <s>the</s> a [SEP]. </s></s>";

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("io.github.junitattrib.model.torch.tokenizer.SmallTokenizers#all")
    void stayText(String kind) {
        TokenizerFiles files = TokenizerFiles.read(SmallTokenizers.directory(kind));
        try (TextTokenizer tokenizer = files.open(SmallTokenizers.NO_LIMIT)) {
            List<Token> tokens = tokenizer.tokenize(ALL).tokens().stream()
                    .filter(token -> !token.special())
                    .toList();

            assertThat(tokens).noneMatch(token -> files.specialTokens().isStructural(token.id()));
            StringBuilder cuts = new StringBuilder();
            tokens.forEach(token -> cuts.append(token.span().orElseThrow().of(ALL)));
            assertThat(cuts.toString().replace(" ", "")).isEqualTo(ALL.replace(" ", ""));
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.junitattrib.model.torch.tokenizer.SmallTokenizers#all")
    void areStillPutAroundTheText(String kind) {
        TokenizerFiles files = TokenizerFiles.read(SmallTokenizers.directory(kind));
        try (TextTokenizer tokenizer = files.open(SmallTokenizers.NO_LIMIT)) {
            List<Long> added = tokenizer.tokenize("the").tokens().stream()
                    .filter(Token::special)
                    .map(Token::id)
                    .toList();

            if (kind.equals("gpt2")) {
                assertThat(added).isEmpty();
            } else {
                assertThat(added)
                        .containsExactly(
                                files.specialTokens().id("cls_token").orElseThrow(),
                                files.specialTokens().id("sep_token").orElseThrow());
            }
        }
    }

    @Test
    void leavesTheModelsOwnMarkersWhatTheyAre() {
        try (TextTokenizer tokenizer = SmallTokenizers.open("electra")) {
            assertThat(tokenizer.tokenize("[E1] the [SEP]").tokens())
                    .extracting(Token::text)
                    .startsWith("[CLS]", "[E1]", "the", "[");
        }
    }

    /** In a tokenizer that splits at spaces alone, a word can be a special token by its spelling. */
    @Test
    void areReportedWhereTheyCannotStayText() {
        SmallTokenizers.copy("bert", directory);
        SmallTokenizers.change(directory.resolve("tokenizer_config.json"), ObjectNode::removeAll);
        SmallTokenizers.change(directory.resolve("tokenizer.json"), json -> {
            json.putNull("normalizer");
            json.withObject("/pre_tokenizer").removeAll().put("type", "WhitespaceSplit");
        });

        try (TextTokenizer tokenizer = SmallTokenizers.open(directory)) {
            assertThat(tokenizer.tokenize("the [UNK] [sep]").size()).isEqualTo(5);
            assertThatThrownBy(() -> tokenizer.tokenize("the \ud83d\ude00 [SEP] film"))
                    .isInstanceOf(InvalidTextException.class)
                    .hasMessage(
                            "The text has \"[SEP]\" at offset 7, of which this tokenizer makes the special token"
                                    + " \"[SEP]\": the model would read structure where there is text. Write it in another way.");
        }
    }
}
