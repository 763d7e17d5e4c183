package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/** One encoder layer: self-attention and a feed-forward network, each with its residual and norm. */
final class EncoderLayer {

    private final SelfAttention attention;
    private final LayerNorm attentionNorm;
    private final Linear input;
    private final Activation activation;
    private final Linear output;
    private final LayerNorm outputNorm;

    EncoderLayer(CheckpointConfig config, Weights weights, String prefix) {
        LayerNames names = config.family().layers();
        long width = config.hidden();
        attention = new SelfAttention(config, weights, prefix);
        attentionNorm = weights.norm(prefix + names.attentionNorm(), width, config.epsilon());
        String first = prefix + names.feedForwardInput();
        long middle =
                config.feedForward().isPresent() ? config.feedForward().getAsInt() : weights.rows(first + ".bias");
        input = weights.linear(first, middle, width);
        activation = config.activation();
        output = weights.linear(prefix + names.feedForwardOutput(), width, middle);
        outputNorm = weights.norm(prefix + names.outputNorm(), width, config.epsilon());
    }

    /**
     * Computes the layer for the first tokens of a text.
     *
     * @param states all tokens, which attention looks at [B,T,D]
     * @param rows how many tokens to compute N: all of them, or those that something reads afterwards
     * @param distances of all pairs, in families that look at them
     * @param rules how slopes lead back
     * @return [B,N,D]
     */
    NDArray apply(NDArray states, long rows, Optional<Distances> distances, Rules rules) {
        return output(attention(states, rows, distances, rules), rules);
    }

    /** Computes the state behind the attention, of the parameters of {@link #apply}: [B,N,D]. */
    NDArray attention(NDArray states, long rows, Optional<Distances> distances, Rules rules) {
        NDArray asked = FirstRows.of(states, rows);
        return rules.norm(attentionNorm, asked.add(attention.apply(states, asked, distances, rules)));
    }

    /** Computes the state inside the feed-forward network from that behind the attention: [B,N,D] to [B,N,I]. */
    NDArray feedForward(NDArray middle, Rules rules) {
        return rules.activation(activation, rules.linear(input, middle));
    }

    /** Computes the output from the state behind the attention: [B,N,D] to [B,N,D]. */
    NDArray output(NDArray middle, Rules rules) {
        NDArray fed = rules.linear(output, feedForward(middle, rules));
        return rules.norm(outputNorm, middle.add(fed));
    }
}
