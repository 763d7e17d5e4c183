package io.github.junitattrib.model.torch;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Span;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import io.github.junitattrib.text.WordAssignment;
import io.github.junitattrib.text.WordSplitter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A tokenizer.json, giving tokens with UTF-16 spans; it never cuts or pads. */
final class TextTokenizer implements AutoCloseable {

    private final HuggingFaceTokenizer tokenizer;
    private final int limit;

    private TextTokenizer(HuggingFaceTokenizer tokenizer, int limit) {
        this.tokenizer = tokenizer;
        this.limit = limit;
    }

    /** Reads the file; {@code limit} is the largest number of tokens that the model can read. */
    static TextTokenizer open(Path file, int limit) {
        TorchEngine.prepare();
        try {
            // The file may carry both, and the defaults would cut silently at 512.
            return new TextTokenizer(
                    HuggingFaceTokenizer.newInstance(file, Map.of("truncation", "false", "padding", "false")), limit);
        } catch (IOException | RuntimeException e) {
            throw new ModelLoadException(
                    "The tokenizer " + file + " cannot be read: " + e.getMessage()
                            + ". Copy the tokenizer.json that was saved with the model.",
                    e);
        }
    }

    TokenizedText tokenize(String text) {
        check(text);
        Encoding encoding = tokenizer.encode(text);
        long[] ids = encoding.getIds();
        if (ids.length > limit) {
            throw new InvalidTextException("The text has " + ids.length + " tokens, but the model reads " + limit
                    + " (max_position_embeddings in config.json). Shorten or split it; texts are never cut silently."
                    + " It begins \"" + beginning(text) + "\".");
        }
        List<Optional<Span>> spans = spans(text, encoding.getCharTokenSpans());
        List<OptionalInt> words = new WordAssignment(WordSplitter.words(text)).of(spans);
        long[] special = encoding.getSpecialTokenMask();
        String[] pieces = encoding.getTokens();
        List<Token> tokens = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            tokens.add(new Token(ids[i], pieces[i], spans.get(i), words.get(i), special[i] == 1));
        }
        if (tokens.stream().allMatch(Token::special)) {
            throw new InvalidTextException(
                    "The tokenizer finds nothing in the text \"" + text + "\". Give a text with at least one token.");
        }
        return new TokenizedText(text, tokens);
    }

    private static String beginning(String text) {
        int codePoints = Math.min(40, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, codePoints));
    }

    private static void check(String text) {
        if (text.isBlank()) {
            throw new InvalidTextException("The text is " + (text.isEmpty() ? "empty" : "blank")
                    + ". Give a text with at least one word: there is nothing to explain in this one.");
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean pair = Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                throw new InvalidTextException(String.format(
                        "The text has half of a surrogate pair (\\u%04X) at offset %d, which no tokenizer can read."
                                + " Check how the text was cut or decoded.",
                        (int) unit, i));
            }
        }
    }

    /** The native spans count code points of the original text. */
    private static List<Optional<Span>> spans(String text, CharSpan[] counted) {
        List<Optional<Span>> spans = new ArrayList<>(counted.length);
        for (CharSpan span : counted) {
            spans.add(
                    span == null
                            ? Optional.empty()
                            : Optional.of(new Span(
                                    text.offsetByCodePoints(0, span.getStart()),
                                    text.offsetByCodePoints(0, span.getEnd()))));
        }
        return spans;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
