package io.github.junitattrib.model.torch;

import io.github.junitattrib.AttributionException;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.model.Interruption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Asks a network about several texts: about each different one once, and about those of equally many tokens together.
 *
 * <p>Texts are not padded. So networks need no mask, and a text gets what it gets alone but for the last bits: products
 * of matrices sum in another order when they have more rows.
 *
 * @param reader reads one text, or refuses it
 * @param length number of tokens of what was read
 * @param network predicts texts of the same length, from them and what was read, in their order
 * @param <T> what the network reads of a text
 */
record TextBatches<T>(
        Function<String, T> reader,
        ToIntFunction<T> length,
        BiFunction<List<String>, List<T>, List<Prediction>> network) {

    /** Measured best on CPU: larger batches gain nothing and need more memory. */
    private static final int TOKENS = 600;

    private static final int SHOWN = 60;

    /** How many texts or points of some tokens are computed at once, which bounds the memory that they take. */
    static int size(long tokens) {
        return (int) Math.max(1, TOKENS / tokens);
    }

    /** Predicts texts, in their order; a refusal names the text. */
    List<Prediction> predict(List<String> texts) {
        Map<String, T> inputs = new LinkedHashMap<>();
        for (String text : texts) {
            if (!inputs.containsKey(text)) {
                inputs.put(text, named(text, texts, () -> reader.apply(text)));
            }
        }
        Map<Integer, List<String>> byLength = new TreeMap<>();
        inputs.forEach((text, input) -> byLength.computeIfAbsent(length.applyAsInt(input), tokens -> new ArrayList<>())
                .add(text));
        Map<String, Prediction> predictions = new HashMap<>();
        byLength.forEach((tokens, same) -> {
            int size = size(tokens);
            for (int from = 0; from < same.size(); from += size) {
                if (!predictions.isEmpty()) {
                    Interruption.check("predicting text " + (predictions.size() + 1) + " of " + texts.size());
                }
                List<String> batch = same.subList(from, Math.min(from + size, same.size()));
                List<Prediction> predicted = predict(batch, inputs, texts);
                for (int i = 0; i < batch.size(); i++) {
                    predictions.put(batch.get(i), predicted.get(i));
                }
            }
        });
        return texts.stream()
                .map(text -> Objects.requireNonNull(predictions.get(text)))
                .toList();
    }

    private List<Prediction> predict(List<String> batch, Map<String, T> inputs, List<String> texts) {
        if (batch.size() > 1) {
            try {
                return network.apply(batch, batch.stream().map(inputs::get).toList());
            } catch (RuntimeException e) {
                // One by one, which names the text that it fails for, and needs less memory.
                return batch.stream()
                        .flatMap(text -> predict(List.of(text), inputs, texts).stream())
                        .toList();
            }
        }
        String text = batch.get(0);
        return named(text, texts, () -> network.apply(batch, List.of(inputs.get(text))));
    }

    private static <R> R named(String text, List<String> texts, Supplier<R> computation) {
        try {
            return computation.get();
        } catch (AttributionException e) {
            String message = String.valueOf(e.getMessage());
            if (texts.size() == 1 || message.contains("\"" + text + "\"")) {
                throw e;
            }
            throw renamed(
                    e,
                    "Text " + (texts.indexOf(text) + 1) + " of " + texts.size() + " (" + shown(text) + "): " + message);
        }
    }

    private static AttributionException renamed(AttributionException e, String message) {
        if (e instanceof InvalidTextException) {
            InvalidTextException invalid = new InvalidTextException(message);
            invalid.initCause(e);
            return invalid;
        }
        return e instanceof EngineException ? new EngineException(message, e) : new ModelLoadException(message, e);
    }

    private static String shown(String text) {
        if (text == null) {
            return "null";
        }
        int codePoints = text.codePointCount(0, text.length());
        return codePoints <= SHOWN
                ? "\"" + text + "\""
                : "beginning \"" + text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "\"";
    }
}
