package io.github.junitattrib.model.torch.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.torch.HuggingFaceLoader;
import io.github.junitattrib.model.torch.TinyCheckpoint;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import io.github.junitattrib.text.UnicodeTexts;
import io.github.junitattrib.text.WordSelector;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTokenizerTest {

    private static DifferentiableClassifier model;

    @BeforeAll
    static void load(@TempDir Path directory) {
        model = (DifferentiableClassifier)
                new HuggingFaceLoader().load(new TinyCheckpoint().write(directory), "tiny", new DeviceChoice("cpu"));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void givesSpansInUtf16UnitsWhateverTheTokenizerDoesToTheText() {
        // capital i with dot grows in lower case; the emoji takes two units
        String text = "\u0130t \ud83d\ude00 was Great";

        TokenizedText tokens = model.tokenize(text);

        assertThat(texts(tokens)).containsExactly("[CLS]", "it", "[UNK]", "was", "great", "[SEP]");
        assertThat(tokens.tokens().stream()
                        .map(token -> token.span().map(span -> span.of(text)).orElse("")))
                .containsExactly("", "\u0130t", "\ud83d\ude00", "was", "Great", "");
    }

    @Test
    void keepsSpansInsideAndInOrderOnAnyText() {
        Random random = new Random(20261122);
        int tokenized = 0;
        for (int round = 0; round < 3_000; round++) {
            String text = UnicodeTexts.random(random, 8);
            TokenizedText tokens;
            try {
                tokens = model.tokenize(text);
            } catch (InvalidTextException e) {
                continue;
            }
            tokenized++;
            int start = 0;
            int word = -1;
            for (Token token : tokens.tokens()) {
                assertThat(token.span().isEmpty()).as(token.toString()).isEqualTo(token.special());
                if (token.span().isPresent()) {
                    Span span = token.span().get();
                    assertThat(span.start()).as(text).isGreaterThanOrEqualTo(start);
                    assertThat(span.end()).as(text).isLessThanOrEqualTo(text.length());
                    assertThat(UnicodeTexts.isBorder(text, span.start())).isTrue();
                    assertThat(UnicodeTexts.isBorder(text, span.end())).isTrue();
                    start = span.start();
                }
                if (token.word().isPresent()) {
                    assertThat(token.word().getAsInt()).as(text).isBetween(Math.max(word, 0), word + 1);
                    word = token.word().getAsInt();
                }
            }
        }
        assertThat(tokenized).isGreaterThan(1_000);
    }

    @Test
    void makesWordsThatStandInTheTextAndDoNotOverlap() {
        Random random = new Random(42);
        int explained = 0;
        for (int round = 0; round < 400; round++) {
            String text = UnicodeTexts.random(random, 6);
            Attribution attribution;
            try {
                attribution = explain(text);
            } catch (InvalidTextException e) {
                continue;
            }
            explained++;
            int end = 0;
            for (WordScore word : attribution.words()) {
                assertThat(word.text()).isEqualTo(word.span().of(text));
                assertThat(word.span().start()).as(text).isGreaterThanOrEqualTo(end);
                end = word.span().end();
            }
        }
        assertThat(explained).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void refusesATextWithoutContent(String text) {
        assertThatThrownBy(() -> model.tokenize(text))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage("The text is " + (text.isEmpty() ? "empty" : "blank")
                        + ". Give a text with at least one word: there is nothing to explain in this one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u00a0", "\u0001\u007f", "\ufeff", "\u200b", "\u0301"})
    void refusesATextOfWhichTheTokenizerLeavesNothing(String text) {
        assertThatThrownBy(() -> model.tokenize(text))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageStartingWith("The tokenizer finds nothing in the text")
                .hasMessageEndingWith("Give a text with at least one token.");
    }

    @Test
    void readsOnBehindANul() {
        String text = "it\u0000 was\u0000great";

        TokenizedText tokens = model.tokenize(text);

        assertThat(tokens.tokens().get(1).span()).contains(new Span(0, 2));
        assertThat(tokens.tokens().get(tokens.size() - 2).span().orElseThrow().end())
                .isEqualTo(text.length());
    }

    @Test
    void refusesHalfOfASurrogatePairAndSaysWhere() {
        for (String text : List.of("great \ud83d", "great \ude00", "great \ud83d!", "great \ude00\ud83d")) {
            assertThatThrownBy(() -> model.tokenize(text))
                    .isInstanceOf(InvalidTextException.class)
                    .hasMessage(String.format(
                            "The text has half of a surrogate pair (\\u%04X) at offset 6, which no tokenizer can read."
                                    + " Check how the text was cut or decoded.",
                            (int) text.charAt(6)));
        }
    }

    @Test
    void readsAsManyTokensAsTheModelHasPositionsAndNoMore() {
        // [CLS] and [SEP] take two of them.
        String fits = "great ".repeat(TinyCheckpoint.POSITIONS - 2).trim();

        assertThat(model.tokenize(fits).size()).isEqualTo(TinyCheckpoint.POSITIONS);
        assertThat(model.predict(fits).scores()).allMatch(Double::isFinite);
        assertThatThrownBy(() -> model.tokenize(fits + " it"))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageStartingWith("The text has 17 tokens, but the model reads 16 (max_position_embeddings")
                .hasMessageEndingWith("It begins \"" + fits.substring(0, 40) + "\".");
    }

    /** In transformers they would be the model's own; here a text is what its writer sees. */
    @Test
    void takesTypedSpecialTokensAsPartOfTheText() {
        String text = "great [SEP] was [MASK]";

        TokenizedText tokens = model.tokenize(text);

        assertThat(tokens.ids()).containsExactly(2, 7, 1, 1, 1, 6, 1, 1, 1, 3);
        assertThat(tokens.tokens().stream()
                        .filter(token -> !token.special())
                        .map(token -> token.span().orElseThrow().of(text)))
                .containsExactly("great", "[", "SEP", "]", "was", "[", "MASK", "]");
        assertThat(explain(text).words().stream().map(WordScore::text))
                .containsExactly("great", "[", "SEP", "]", "was", "[", "MASK", "]");
    }

    @Test
    void refusesATextThatIsItsOwnBaseline() {
        for (String text : List.of("unknown", "[PAD] [PAD]", "[MASK]")) {
            assertThatThrownBy(() -> AttributionRequest.of(model, text, new IntegratedGradients())
                            .from(Baseline.UNK)
                            .attribution())
                    .isInstanceOf(InvalidTextException.class)
                    .hasMessageContaining("have the same embeddings, so there is nothing to explain");
        }
    }

    @Test
    void findsAWordByTheTextAsItStands() {
        // The tokenizer drops the combining mark; the word keeps it.
        for (String word : List.of("wasn't", "wasn\u2019t", "caf\u00e9", "cafe\u0301", "\u0130t", "great\u0301")) {
            Attribution attribution = explain("it " + word + " great");

            assertThat(WordSelector.word(word).in(attribution)).as(word).hasSize(1);
            assertThat(attribution.words().stream().map(WordScore::text)).containsExactly("it", word, "great");
        }
    }

    private static Attribution explain(String text) {
        return AttributionRequest.of(model, text, new IntegratedGradients(IntegrationRule.gaussLegendre(2)))
                .attribution();
    }

    private static List<String> texts(TokenizedText tokens) {
        return tokens.tokens().stream().map(Token::text).toList();
    }

    @Test
    void hasASpanForEveryTokenThatIsNotSpecial() {
        assertThat(model.tokenize("wasn't great").tokens().stream()
                        .filter(token -> !token.special())
                        .map(Token::span))
                .allMatch(Optional::isPresent);
    }
}
