package io.github.junitattrib.model.torch.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.text.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where tokens stand: each as its piece and, in brackets, what its span cuts out of the text. */
class TokenSpansTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                // a piece has its letters; what is cut away in between belongs to nobody
                Arguments.of("bert", "The  two", List.of("the[The]", "t[t]", "##w[w]", "##o[o]")),
                Arguments.of("bert", "th\u0000e", List.of("the[th\u0000e]")),
                // accents that are dropped belong to their letter
                Arguments.of("bert", "nai\u0308ve\u0301", List.of("n[n]", "##aive[ai\u0308ve\u0301]")),
                Arguments.of("distilbert", "na\u00efve", List.of("n[n]", "##a\u00efve[a\u00efve]")),
                Arguments.of("bert", "\u597dfilm", List.of("\u597d[\u597d]", "film[film]")),
                Arguments.of("bert", "\ud83d\ude02film the", List.of("[UNK][\ud83d\ude02film]", "the[the]")),
                // the space before a word is not part of it
                Arguments.of("roberta", "a the", List.of("a[a]", "\u0120the[the]")),
                Arguments.of("gpt2", "a the", List.of("a[a]", "\u0120the[the]")),
                // a token of white space has it; one that was put in front has no place
                Arguments.of("roberta", "a  and", List.of("a[a]", "\u0120[ ]", "\u0120and[and]")),
                Arguments.of("roberta", "a\tb", List.of("a[a]", "\u0109[\t]", "b[b]")),
                Arguments.of("roberta-prefix", ".", List.of("\u0120[]", ".[.]")),
                Arguments.of("roberta-prefix", "and", List.of("\u0120and[and]")),
                Arguments.of("roberta-prefix", " and", List.of("\u0120and[and]")),
                Arguments.of("xlm-roberta", "T the", List.of("\u2581[]", "T[T]", "\u2581the[the]")),
                Arguments.of("albert", "a  the ", List.of("\u2581a[a]", "\u2581the[the]", "\u2581[ ]")),
                Arguments.of("deberta-v2", " great", List.of("\u2581gr[gr]", "e[e]", "a[a]", "t[t]")),
                // invisible characters that a normalizer takes for spaces, too
                Arguments.of("xlm-roberta", "a\u200bthe", List.of("\u2581a[a]", "\u2581the[the]")),
                // the bytes of a character share its place, also with the letter before
                Arguments.of("roberta", "\u4e2d", List.of("\u00e4[\u4e2d]", "\u00b8[\u4e2d]", "\u0143[\u4e2d]")),
                Arguments.of("roberta-prefix", "na\u00ef", List.of("\u0120n[n]", "a\u00c3[a\u00ef]", "\u00af[\u00ef]")),
                // so do the letters that one is taken apart into
                Arguments.of("xlm-roberta", "\u00bd", List.of("\u2581[]", "1[\u00bd]", "\u2044[\u00bd]", "2[\u00bd]")),
                Arguments.of("xlm-roberta", "cafe\u0301", List.of("\u2581c[c]", "a[a]", "f[f]", "\u00e9[e\u0301]")),
                // characters that are deleted move nothing
                Arguments.of("xlm-roberta", "\u0001\u007fthe", List.of("\u2581the[the]")),
                Arguments.of(
                        "albert",
                        "\u0001\u2122\u0002 the",
                        List.of("\u2581[]", "t[\u2122]", "m[\u2122]", "\u2581the[the]")),
                // nor do strings that become one letter
                Arguments.of("albert", "the ``a'", List.of("\u2581the[the]", "\u2581[ ]", "\"[``]", "a[a]", "'[']")),
                // added tokens that take white space with them do not have it
                Arguments.of("roberta-prefix", "a #tag b", List.of("\u0120a[a]", " #tag [#tag]", "\u0120b[b]")),
                Arguments.of("electra", "@user ISTANBUL", List.of("@user[@user]", "istanbul[ISTANBUL]")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("texts")
    void holdJustWhatATokenStandsFor(String kind, String text, List<String> expected) {
        try (TextTokenizer tokenizer = SmallTokenizers.open(kind)) {
            assertThat(tokenizer.tokenize(text).tokens().stream()
                            .filter(token -> !token.special())
                            .map(token -> token.text() + "["
                                    + token.span().orElseThrow().of(text) + "]"))
                    .containsExactlyElementsOf(expected);
        }
    }

    /** Spans of transformers but for the white space, which belongs to no word. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("acrossWords")
    void holdTheWordOfAPieceWithMarkersAtBothEnds(String text, List<String> expected, @TempDir Path directory)
            throws IOException {
        Files.writeString(directory.resolve("tokenizer.json"), """
                {"version": "1.0", "added_tokens": [], "normalizer": null, "post_processor": null, "decoder": null,
                 "pre_tokenizer": {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always", "split": false},
                 "model": {"type": "BPE", "vocab": {"\u2581": 0, "a": 1, "b": 2, "\u2581a": 3, "\u2581a\u2581": 4,
                     "\u2581\u2581": 5}, "merges": ["\u2581 a", "\u2581a \u2581", "\u2581 \u2581"]}}""");

        try (TextTokenizer tokenizer = SmallTokenizers.open(directory)) {
            assertThat(tokenizer.tokenize(text).tokens())
                    .extracting(token ->
                            token.text() + "[" + token.span().orElseThrow().of(text) + "]")
                    .containsExactlyElementsOf(expected);
        }
    }

    static Stream<Arguments> acrossWords() {
        return Stream.of(
                Arguments.of("a b", List.of("\u2581a\u2581[a]", "b[b]")),
                Arguments.of("b a b", List.of("\u2581[]", "b[b]", "\u2581a\u2581[a]", "b[b]")),
                Arguments.of(" \u2581b", List.of("\u2581\u2581[\u2581]", "b[b]")));
    }

    static Stream<Arguments> words() {
        return Stream.of(
                // white space belongs to no word, whoever stands for it
                Arguments.of("roberta", "a  and\tthe", List.of("a", "\u0120and", "the")),
                Arguments.of("xlm-roberta", "T the", List.of("T", "\u2581the")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("words")
    void giveWordsTheirTokens(String kind, String text, List<String> expected) {
        try (TextTokenizer tokenizer = SmallTokenizers.open(kind)) {
            assertThat(tokenizer.tokenize(text).tokens().stream()
                            .filter(token -> token.word().isPresent())
                            .map(Token::text))
                    .containsExactlyElementsOf(expected);
        }
    }
}
