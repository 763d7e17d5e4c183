package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.ModelLoadException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layers of a transformer, from embeddings to the state of the first token; the same for all families. */
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
        convolution = config.convolution().map(given -> Convolution.of(given, config, weights));
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

    /**
     * Runs all layers.
     *
     * @param embeddings [B,T,D]
     * @return state of the first token behind the last layer [B,D]
     */
    NDArray firstToken(NDArray embeddings) {
        long tokens = embeddings.getShape().get(1);
        Optional<Distances> pairs = distances.map(table -> table.of(embeddings.getManager(), (int) tokens));
        NDArray states = embeddings;
        for (int i = 0; i < layers.size(); i++) {
            // The head reads the first token alone, so the last layer computes no other.
            long rows = i == layers.size() - 1 ? 1 : tokens;
            NDArray next = layers.get(i).apply(states, rows, pairs);
            states = i == 0 && convolution.isPresent() ? convolution.get().apply(next, states) : next;
        }
        return states.squeeze(1);
    }
}
