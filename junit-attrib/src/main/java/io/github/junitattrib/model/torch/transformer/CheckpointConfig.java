package io.github.junitattrib.model.torch.transformer;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.ClassLabels;
import io.github.junitattrib.model.torch.checkpoint.ConfigFile;
import io.github.junitattrib.model.torch.transformer.EmbeddingScheme.TokenTypes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What config.json says of a classifier, read by the keys of its family and checked.
 *
 * @param family names of the weights, and all that the file does not say
 * @param width of the word embeddings E
 * @param vocabulary number of word embeddings, if the file says it
 * @param positions number of position embeddings
 * @param positionTable whether there are position embeddings at all
 * @param types number of token types; empty if the weights decide
 * @param padding id of the padding token; empty if the model has none
 * @param hidden width of the network D
 * @param order of the layers
 * @param heads attention heads per layer H
 * @param feedForward width of the feed-forward layers, if the file says it
 * @param epsilon ε of every layer norm
 * @param activation of the feed-forward layers
 * @param headActivation of the classification head
 * @param relative how attention depends on distances, in families where it does
 * @param convolution beside the first layer, in some DeBERTa models
 * @param labels names and meaning of the scores
 */
public record CheckpointConfig(
        Family family,
        int width,
        OptionalInt vocabulary,
        int positions,
        boolean positionTable,
        OptionalInt types,
        OptionalLong padding,
        int hidden,
        LayerOrder order,
        int heads,
        OptionalInt feedForward,
        float epsilon,
        Activation activation,
        Activation headActivation,
        Optional<RelativeAttention> relative,
        Optional<Convolution.Config> convolution,
        ClassLabels labels) {

    public static CheckpointConfig read(Path path) {
        ConfigFile file = ConfigFile.read(path);
        Family family = Family.named(file.text("model_type", ""), path);
        Refusals.check(file, family);
        ConfigKeys keys = family.keys();
        HeadNames head = family.head();
        boolean deberta = family == Family.DEBERTA_V2;
        int hidden = file.size(keys.hidden());
        CheckpointConfig config = new CheckpointConfig(
                family,
                family.embeddings().projection().isPresent()
                        ? file.sizeIfGiven("embedding_size").orElse(hidden)
                        : hidden,
                file.sizeIfGiven("vocab_size"),
                file.size("max_position_embeddings"),
                !deberta || file.flag("position_biased_input", true),
                types(family, file),
                padding(family, file),
                hidden,
                LayerOrder.read(family, file),
                file.size(keys.heads()),
                file.sizeIfGiven(keys.feedForward()),
                keys.epsilon()
                        .map(key -> file.epsilon(key, keys.defaultEpsilon()))
                        .orElse((float) keys.defaultEpsilon()),
                Activation.read(file, keys.activation(), keys.defaultActivation()),
                head.activationKey()
                        .map(key -> Activation.read(file, key, head.activation()))
                        .orElse(head.activation()),
                RelativeAttention.read(family, file),
                deberta ? Convolution.Config.read(file) : Optional.empty(),
                ClassLabels.read(file));
        config.check(file);
        return config;
    }

    private static OptionalInt types(Family family, ConfigFile file) {
        TokenTypes types = family.embeddings().tokenTypes();
        if (types == TokenTypes.ALWAYS) {
            return file.sizeIfGiven("type_vocab_size");
        }
        return OptionalInt.of(types == TokenTypes.NEVER ? 0 : file.number("type_vocab_size", 0, 0, ConfigFile.LARGEST));
    }

    private static OptionalLong padding(Family family, ConfigFile file) {
        return file.isNull("pad_token_id")
                ? OptionalLong.empty()
                : OptionalLong.of(file.number(
                        "pad_token_id", family.keys().defaultPadding(), Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /** Checks what two values together decide. */
    private void check(ConfigFile file) {
        if (hidden % heads != 0) {
            throw new ModelLoadException(
                    "In " + file.path() + " " + family.keys().hidden() + " " + hidden + " is no multiple of "
                            + family.keys().heads() + " " + heads + ". Correct the file.");
        }
        requireSame(file, "attention_head_size", hidden / heads);
        if (family == Family.DEBERTA_V2) {
            requireSame(file, "pooler_hidden_size", hidden);
        }
        if (family.embeddings().positions() == PositionScheme.AFTER_PADDING
                && (padding.isEmpty() || padding.getAsLong() < 0)) {
            throw file.wrong("pad_token_id");
        }
        if (limit() < 1) {
            throw file.wrong("max_position_embeddings");
        }
    }

    private static void requireSame(ConfigFile file, String key, int expected) {
        int given = file.sizeIfGiven(key).orElse(expected);
        if (given != expected) {
            throw new ModelLoadException("The file " + file.path() + " has the " + key + " " + given
                    + ", but the layers around it make it " + expected + ". Correct the file.");
        }
    }

    /** Returns how many rows of the position table come before that of the first token. */
    long positionsBefore() {
        return switch (family.embeddings().positions()) {
            case FROM_ZERO -> 0;
            case AFTER_PADDING -> padding.orElseThrow() + 1;
            case AFTER_ONE -> 2;
        };
    }

    /** Returns the largest number of tokens T. */
    public int limit() {
        return (int) Math.max(0, positions - positionsBefore());
    }
}
