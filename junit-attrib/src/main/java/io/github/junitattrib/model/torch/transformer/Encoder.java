package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.ModelLoadException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layers of a transformer, from embeddings to the state that the head reads; the same for all families. */
final class Encoder {

    private final List<EncoderLayer> layers;
    private final Optional<DistanceTable> distances;
    private final Optional<Convolution> convolution;

    Encoder(CheckpointConfig config, Weights weights) {
        refuseMoreLayers(config, weights);
        Map<String, EncoderLayer> stored = new HashMap<>();
        layers = config.order().applied().stream()
                .map(prefix -> stored.computeIfAbsent(prefix, name -> new EncoderLayer(config, weights, name)))
                .toList();
        distances = config.relative().flatMap(relative -> relative.table(config, weights));
        convolution = Convolution.ifGiven(config, weights);
    }

    private static void refuseMoreLayers(CheckpointConfig config, Weights weights) {
        for (String prefix : config.order().beyond()) {
            if (weights.has(prefix + config.family().layers().feedForwardOutput() + ".weight")) {
                throw new ModelLoadException("The weights " + weights.origin() + " hold more layers than the "
                        + config.order().applied().size() + " of config.json ("
                        + config.family().keys().layers()
                        + "). Give the config.json that was saved with them.");
            }
        }
    }

    /** Number of layers, shared ones counted each time. */
    int depth() {
        return layers.size();
    }

    /**
     * Runs the first layers for all tokens.
     *
     * @param embeddings [B,T,D]
     * @param end how many layers
     * @return [B,T,D]
     */
    NDArray state(NDArray embeddings, int end) {
        return run(embeddings, 0, end, embeddings.getShape().get(1), Rules.GRADIENT);
    }

    /** Runs the first layers, and the last of them no further than its attention: [B,T,D] to [B,T,D]. */
    NDArray attention(NDArray embeddings, int layer) {
        NDArray states = state(embeddings, layer - 1);
        long tokens = states.getShape().get(1);
        return layers.get(layer - 1).attention(states, tokens, distances(states, tokens), Rules.GRADIENT);
    }

    /** Runs the first layers, and the last of them no further than its nonlinearity: [B,T,D] to [B,T,I]. */
    NDArray feedForward(NDArray embeddings, int layer) {
        return layers.get(layer - 1).feedForward(attention(embeddings, layer), Rules.GRADIENT);
    }

    /** Whether the output of a layer depends on the state behind its attention alone. */
    boolean isCutByAttention(int layer) {
        return layer > 1 || convolution.isEmpty();
    }

    /** Computes the output of a layer from the state behind its attention: [B,T,D] to [B,T,D]. */
    NDArray behindAttention(NDArray state, int layer) {
        return layers.get(layer - 1).output(state, Rules.GRADIENT);
    }

    /**
     * Runs the layers that remain.
     *
     * @param states behind the first layers [B,T,D]
     * @param start how many layers are behind them
     * @param rules how slopes lead back
     * @return state of the first token behind the last layer [B,D]
     */
    NDArray firstToken(NDArray states, int start, Rules rules) {
        // The head reads the first token alone, so the last layer computes no other.
        return first(run(states, start, layers.size(), 1, rules));
    }

    /**
     * Runs all layers for all tokens, so that attention maps are whole.
     *
     * @param embeddings [B,T,D]
     * @param rules what is done with each map [B,H,T,T]
     * @return state of the first token behind the last layer [B,D]
     */
    NDArray firstToken(NDArray embeddings, Rules rules) {
        return first(run(embeddings, 0, layers.size(), embeddings.getShape().get(1), rules));
    }

    /** Takes the first token of states [B,T,D] to [B,D]. */
    static NDArray first(NDArray states) {
        return FirstRows.of(states, 1).squeeze(1);
    }

    private NDArray run(NDArray from, int start, int end, long lastRows, Rules rules) {
        long tokens = from.getShape().get(1);
        Optional<Distances> pairs = distances(from, tokens);
        NDArray states = from;
        for (int i = start; i < end; i++) {
            NDArray next = layers.get(i).apply(states, i == end - 1 ? lastRows : tokens, pairs, rules);
            states = i == 0 && convolution.isPresent() ? convolution.get().apply(next, states, rules) : next;
        }
        return states;
    }

    private Optional<Distances> distances(NDArray like, long tokens) {
        return distances.map(table -> table.of(like.getManager(), (int) tokens));
    }
}
