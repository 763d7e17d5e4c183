package io.github.junitattrib.model.torch.tokenizer;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Span;
import io.github.junitattrib.model.torch.checkpoint.JsonFile;
import io.github.junitattrib.model.torch.engine.TorchEngine;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import io.github.junitattrib.text.WordAssignment;
import io.github.junitattrib.text.WordSplitter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A tokenizer of transformers, giving tokens with UTF-16 spans; it never cuts or pads.
 *
 * <p>The ids are those of transformers' fast tokenizer but for one case: a special token that stands in the text
 * ({@code [SEP]}, {@code </s>}) stays text, where transformers would have the model read structure.
 */
public final class TextTokenizer implements AutoCloseable {

    private final HuggingFaceTokenizer tokenizer;
    private final Path file;
    private final SpecialTokens specialTokens;
    private final SpanFacts spanFacts;
    private final int limit;

    private TextTokenizer(HuggingFaceTokenizer tokenizer, TokenizerFiles files, int limit) {
        this.tokenizer = tokenizer;
        this.file = files.file();
        this.specialTokens = files.specialTokens();
        this.spanFacts = files.spanFacts();
        this.limit = limit;
    }

    /** Opens a tokenizer; {@code limit} is the largest number of tokens that the model can read. */
    static TextTokenizer open(TokenizerFiles files, int limit) {
        TorchEngine.prepare();
        try {
            AddedTokenCheck.check(files.json(), files.file());
            return new TextTokenizer(newNative(files.json()), files, limit);
        } catch (ModelLoadException e) {
            throw e;
        } catch (ai.djl.engine.EngineException | LinkageError e) {
            throw new EngineException(
                    "The native library of the tokenizers cannot start: " + e
                            + ". It comes with ai.djl.huggingface:tokenizers for Linux, macOS (aarch64) and Windows, and is"
                            + " unpacked to DJL_CACHE_DIR or ~/.djl.ai, which must be writable.",
                    e);
        } catch (IOException | RuntimeException e) {
            throw new ModelLoadException(
                    "The tokenizer " + files.file() + " cannot be read: " + e.getMessage()
                            + ". Copy the files that were saved with the model.",
                    e);
        }
    }

    static HuggingFaceTokenizer newNative(ObjectNode json) throws IOException {
        // By default it would cut silently at 512.
        Map<String, String> options = Map.of("truncation", "false", "padding", "false");
        return HuggingFaceTokenizer.newInstance(
                new ByteArrayInputStream(JsonFile.MAPPER.writeValueAsBytes(json)), options);
    }

    public TokenizedText tokenize(String text) {
        check(text);
        SeenText seen = seen(text);
        Encoding encoding = encode(seen.seen());
        long[] ids = encoding.getIds();
        if (ids.length > limit) {
            throw new InvalidTextException("The text has " + ids.length + " tokens, but the model reads " + limit
                    + " (max_position_embeddings in config.json). Shorten or split it; texts are never cut silently."
                    + " It begins \"" + beginning(text) + "\".");
        }
        String[] pieces = encoding.getTokens();
        List<Optional<Span>> spans = TokenSpans.of(text, seen, pieces, encoding.getCharTokenSpans(), spanFacts);
        List<OptionalInt> words = new WordAssignment(WordSplitter.words(text)).of(spans);
        long[] special = encoding.getSpecialTokenMask();
        List<Token> tokens = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            tokens.add(new Token(ids[i], pieces[i], spans.get(i), words.get(i), special[i] == 1));
        }
        if (tokens.stream().allMatch(Token::special)) {
            throw new InvalidTextException(
                    "The tokenizer finds nothing in the text \"" + text + "\". Give a text with at least one token.");
        }
        tokens.forEach(token -> checkTyped(token, text));
        return new TokenizedText(text, tokens);
    }

    /** Returns the ids of {@link #tokenize}, and refuses what it refuses, without looking up spans and words. */
    public long[] ids(String text) {
        check(text);
        Encoding encoding = encode(text);
        long[] ids = encoding.getIds();
        long[] special = encoding.getSpecialTokenMask();
        boolean words = false;
        boolean structure = false;
        for (int i = 0; i < ids.length; i++) {
            words |= special[i] != 1;
            structure |= special[i] != 1 && specialTokens.isStructural(ids[i]);
        }
        return words && !structure && ids.length <= limit ? ids : tokenize(text).ids();
    }

    private Encoding encode(String text) {
        try {
            return tokenizer.encode(text);
        } catch (RuntimeException e) {
            throw new ModelLoadException(
                    "The tokenizer " + file + " cannot read the text \"" + beginning(text) + "\": " + e.getMessage()
                            + ". Copy the files that were saved with the model.",
                    e);
        }
    }

    /**
     * The library counts from the wrong place behind a character that its normalizer deletes, at the beginning of a text or
     * behind one that becomes several. Without such characters it gives the same ids and the right places.
     */
    private SeenText seen(String text) {
        SeenText whole = SeenText.whole(text);
        Set<Integer> deleted = spanFacts.deleted();
        if (deleted.isEmpty() || text.codePoints().noneMatch(deleted::contains)) {
            return whole;
        }
        int leading = 0;
        while (leading < text.length() && deleted.contains(text.codePointAt(leading))) {
            leading += Character.charCount(text.codePointAt(leading));
        }
        long[] ids = encode(text).getIds();
        for (int end : new int[] {text.length(), leading}) {
            SeenText part = SeenText.without(text, end, deleted);
            if (!part.seen().isEmpty() && Arrays.equals(ids, encode(part.seen()).getIds())) {
                return part;
            }
        }
        // They count, as they keep a letter and its mark apart: then places may be off by them.
        return whole;
    }

    /** What cannot be kept text must not be read as structure silently. */
    private void checkTyped(Token token, String text) {
        if (!token.special() && specialTokens.isStructural(token.id())) {
            Span span = token.span().orElseThrow();
            throw new InvalidTextException("The text has \"" + span.of(text) + "\" at offset " + span.start()
                    + ", of which this tokenizer makes the special token \"" + token.text()
                    + "\": the model would read structure where there is text. Write it in another way.");
        }
    }

    private static String beginning(String text) {
        int codePoints = Math.min(40, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, codePoints));
    }

    private static void check(String text) {
        if (text == null) {
            throw InvalidTextException.ofNull();
        }
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

    @Override
    public void close() {
        tokenizer.close();
    }
}
