package io.github.junitattrib.model.torch.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.Span;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.UnicodeTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of the tokens of any text, for every kind of tokenizer. */
class TokenSpansPropertyTest {

    private static final int ROUNDS = 150;
    private static final List<String> PARTS = List.of(
            "\t",
            "  ",
            "\r\n",
            "\u200b",
            "\u2581",
            "\u0120",
            "\ufdfa", // becomes 18 characters
            "\u00bd",
            "\uff76\uff9e", // two that become one
            "\u1112\u1161\u11ab", // a syllable in parts
            "``",
            "''",
            "1\ufe0f\u20e3",
            "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
            "\u0928\u093f",
            "\u05e9\u05b8\u05c1",
            "</s>",
            "<mask>",
            "[CLS]",
            "@user",
            " #tag ",
            "ISTANBUL");

    @ParameterizedTest
    @MethodSource("io.github.junitattrib.model.torch.tokenizer.SmallTokenizers#all")
    void standForWhatTheTokensStandFor(String kind) throws IOException {
        Random random = new Random(kind.hashCode());
        TokenizerFiles files = TokenizerFiles.read(SmallTokenizers.directory(kind));
        int tokenized = 0;
        try (Normalizer normalizer = new Normalizer(files);
                TextTokenizer tokenizer = files.open(SmallTokenizers.NO_LIMIT)) {
            for (int round = 0; round < ROUNDS; round++) {
                String text = text(random);
                List<Token> tokens;
                try {
                    tokens = tokenizer.tokenize(text).tokens();
                } catch (InvalidTextException e) {
                    assertThat(e).hasMessageMatching("(?s)The text is blank.*|The tokenizer finds nothing.*");
                    continue;
                }
                tokenized++;
                checkOrder(tokens, text);
                checkPieces(tokens, text, normalizer);
                checkCover(tokens, text, normalizer);
            }
        }
        assertThat(tokenized).isGreaterThan(ROUNDS / 2);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append(UnicodeTexts.random(random, 4));
            text.append(random.nextBoolean() ? PARTS.get(random.nextInt(PARTS.size())) : " ");
        }
        // A control character between a letter and a mark: sentencepiece deletes it, but not for the spans.
        return text.toString().replaceAll("\\p{Cc}+(\\p{M})", "$1");
    }

    private static void checkOrder(List<Token> tokens, String text) {
        Span before = new Span(0, 0);
        for (Token token : tokens) {
            assertThat(token.span().isEmpty()).as(token + " of " + text).isEqualTo(token.special());
            if (token.span().isPresent()) {
                Span span = token.span().get();
                assertThat(span.end()).as(text).isLessThanOrEqualTo(text.length());
                assertThat(UnicodeTexts.isBorder(text, span.start())).as(text).isTrue();
                assertThat(UnicodeTexts.isBorder(text, span.end())).as(text).isTrue();
                assertThat(span.start()).as(token + " of " + text).isGreaterThanOrEqualTo(before.start());
                assertThat(span.end()).as(token + " of " + text).isGreaterThanOrEqualTo(before.end());
                // Several tokens have the same place only within one character and what combines with it.
                if (span.overlaps(before)) {
                    assertThat(text.substring(span.start(), before.end())
                                    .codePoints()
                                    .filter(TokenSpansPropertyTest::isVisible)
                                    .count())
                            .as(token + " of " + text)
                            .isLessThanOrEqualTo(1);
                }
                before = span;
            }
        }
    }

    private static void checkPieces(List<Token> tokens, String text, Normalizer normalizer) {
        for (Token token : tokens) {
            if (token.special() || token.text().equals("[UNK]")) {
                continue;
            }
            Span span = token.span().orElseThrow();
            // Sentencepiece drops the mark behind a ligature, and then counts its letters over both.
            String cut = text.substring(startOfSequence(text, span), span.end());
            // The white space that an added token may take with it is not in its place.
            String piece = normalizer.plain(token.text()).replaceAll("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$", "");
            if (normalizer.inBytes) {
                String bytes = latin1(cut);
                assertThat(" " + bytes).as(token + " of " + text).contains(piece);
            } else if (piece.isBlank()) {
                assertThat(normalizer.of(cut).isBlank() || token.text().equals("\u2581"))
                        .as(token + " of " + text)
                        .isTrue();
            } else {
                assertThat(normalizer.of(cut)).as(token + " of " + text).contains(piece);
            }
        }
    }

    private static int startOfSequence(String text, Span span) {
        int start = span.start();
        while (start > 0
                && start < span.end()
                && Character.getType(text.codePointAt(start)) == Character.NON_SPACING_MARK) {
            start -= Character.charCount(text.codePointBefore(start));
        }
        return start;
    }

    private static void checkCover(List<Token> tokens, String text, Normalizer normalizer) {
        BitSet covered = new BitSet();
        tokens.forEach(token -> token.span().ifPresent(span -> covered.set(span.start(), span.end())));
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int codePoint = text.codePointAt(at);
            if (isVisible(codePoint)
                    && !normalizer.of(Character.toString(codePoint)).isBlank()) {
                assertThat(covered.get(at))
                        .as("offset " + at + " of " + text + ": " + tokens)
                        .isTrue();
            }
        }
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** A tokenizer's own normalizer, by a tokenizer that knows no piece and so gives back what it gets. */
    private static final class Normalizer implements AutoCloseable {

        private final HuggingFaceTokenizer library;
        private final boolean inWordPieces;
        private final boolean inBytes;
        private final Map<String, String> known = new HashMap<>();

        Normalizer(TokenizerFiles files) throws IOException {
            String model = files.json().path("model").path("type").asText();
            inWordPieces = model.equals("WordPiece");
            inBytes = model.equals("BPE");
            ObjectNode json = JsonFile.MAPPER.createObjectNode().put("version", "1.0");
            json.set("normalizer", files.json().path("normalizer"));
            ObjectNode unigram = json.putObject("model").put("type", "Unigram").put("unk_id", 0);
            unigram.putArray("vocab").addArray().add("<unk>").add(0.0);
            library = TextTokenizer.newNative(json);
        }

        String of(String text) {
            return known.computeIfAbsent(
                    text, unseen -> String.join("", library.encode(unseen).getTokens()));
        }

        /** A piece without the letters by which its kind marks spaces and the insides of words. */
        String plain(String piece) {
            if (inWordPieces) {
                return piece.startsWith("##") ? piece.substring(2) : piece;
            }
            if (!inBytes) {
                return piece.replaceFirst("^\u2581", "");
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            piece.codePoints().forEach(letter -> bytes.write(value(letter)));
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }

        /** An added token stands in the text as it is. */
        private static int value(int letter) {
            for (int value = 0; value < 256; value++) {
                if (ByteLetters.letter(value).codePointAt(0) == letter) {
                    return value;
                }
            }
            return letter;
        }

        @Override
        public void close() {
            library.close();
        }
    }
}
