package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.util.Optional;

/** Multi-head self-attention with its output projection, for the first tokens of a text as queries. */
final class SelfAttention {

    private final int heads;
    private final double scale;
    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final Linear output;
    private final Optional<DistanceScores> byDistance;

    SelfAttention(CheckpointConfig config, Weights weights, String prefix) {
        LayerNames names = config.family().layers();
        long width = config.hidden();
        heads = config.heads();
        int parts = config.relative().map(RelativeAttention::parts).orElse(1);
        scale = 1 / Math.sqrt((double) width / heads * parts);
        query = weights.linear(prefix + names.query(), width, width);
        key = weights.linear(prefix + names.key(), width, width);
        value = weights.linear(prefix + names.value(), width, width);
        output = weights.linear(prefix + names.attentionOutput(), width, width);
        byDistance = config.relative().map(relative -> relative.layer(config, weights, prefix, query, key));
    }

    /**
     * Computes what the asked tokens take from all.
     *
     * @param states all tokens [B,T,D]
     * @param asked the first of them [B,N,D]
     * @param distances of all pairs, in families that look at them
     * @param rules how slopes lead back
     * @return [B,N,D]
     */
    NDArray apply(NDArray states, NDArray asked, Optional<Distances> distances, Rules rules) {
        NDArray q = split(rules.linear(query, asked));
        NDArray k = split(rules.linear(key, states));
        NDArray v = split(rules.linear(value, states));
        NDArray factor = TorchRuntime.constant(q, scale);
        NDArray contents = rules.product(q, k.transpose(0, 1, 3, 2)).mul(factor); // [B,H,N,T]
        NDArray scores = distances
                .flatMap(all -> byDistance.map(part -> part.add(contents, q, k, factor, all)))
                .orElse(contents);
        NDArray mixed = rules.product(rules.softmax(scores), v).transpose(0, 2, 1, 3); // [B,N,H,d]
        return rules.linear(output, mixed.reshape(asked.getShape()));
    }

    /** [B,N,D] to [B,H,N,d]. */
    private NDArray split(NDArray x) {
        long batch = x.getShape().get(0);
        long rows = x.getShape().get(1);
        return x.reshape(batch, rows, heads, x.getShape().get(2) / heads).transpose(0, 2, 1, 3);
    }
}
