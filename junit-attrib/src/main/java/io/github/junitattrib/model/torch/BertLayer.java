package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;

/** One encoder layer: self-attention and a feed-forward network, each with its residual and norm. */
final class BertLayer {

    private final int heads;
    private final Activation activation;
    private final BertWeights.Linear query;
    private final BertWeights.Linear key;
    private final BertWeights.Linear value;
    private final BertWeights.Linear attentionOutput;
    private final BertWeights.Norm attentionNorm;
    private final BertWeights.Linear intermediate;
    private final BertWeights.Linear output;
    private final BertWeights.Norm outputNorm;

    BertLayer(BertConfig config, BertWeights weights, long feedForward, int index) {
        String name = "bert.encoder.layer." + index + ".";
        long hidden = config.hidden();
        float epsilon = config.layerNormEps();
        heads = config.heads();
        activation = config.activation();
        query = weights.linear(name + "attention.self.query", hidden, hidden);
        key = weights.linear(name + "attention.self.key", hidden, hidden);
        value = weights.linear(name + "attention.self.value", hidden, hidden);
        attentionOutput = weights.linear(name + "attention.output.dense", hidden, hidden);
        attentionNorm = weights.norm(name + "attention.output.LayerNorm", hidden, epsilon);
        intermediate = weights.linear(name + "intermediate.dense", feedForward, hidden);
        output = weights.linear(name + "output.dense", hidden, feedForward);
        outputNorm = weights.norm(name + "output.LayerNorm", hidden, epsilon);
    }

    /**
     * Computes the layer for some of its positions.
     *
     * @param states what attention looks at [B,T,D]
     * @param asked the rows to compute [B,N,D]: all of them, or those that something reads afterwards
     * @return [B,N,D]
     */
    NDArray apply(NDArray states, NDArray asked) {
        NDArray attended = attentionOutput.apply(attend(states, asked));
        NDArray middle = attentionNorm.apply(asked.add(attended));
        NDArray fed = output.apply(activation.apply(intermediate.apply(middle)));
        return outputNorm.apply(middle.add(fed));
    }

    private NDArray attend(NDArray states, NDArray asked) {
        NDArray q = split(query.apply(asked));
        NDArray k = split(key.apply(states));
        NDArray v = split(value.apply(states));
        NDArray scale =
                TorchRuntime.constant(q, 1 / Math.sqrt((double) q.getShape().get(3)));
        NDArray weights = q.matMul(k.transpose(0, 1, 3, 2)).mul(scale).softmax(-1); // [B,H,N,T]
        NDArray mixed = weights.matMul(v).transpose(0, 2, 1, 3); // [B,N,H,d]
        return mixed.reshape(asked.getShape());
    }

    /** [B,N,D] to [B,H,N,d]. */
    private NDArray split(NDArray x) {
        long batch = x.getShape().get(0);
        long rows = x.getShape().get(1);
        return x.reshape(batch, rows, heads, x.getShape().get(2) / heads).transpose(0, 2, 1, 3);
    }
}
