package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.ModelLoadException;

/** From the state of the first token to the scores of the classes. */
record ClassificationHead(Linear dense, Activation activation, Linear output) {

    /** Refuses weights without a head, which are no classifier at all, whatever else may be wrong with them. */
    static void requireIn(Weights weights, Family family) {
        String output = family.head().output() + ".weight";
        if (!weights.has(output)) {
            throw new ModelLoadException("The weights " + weights.origin() + " have no classification head (no tensor "
                    + output + "): they are those of a model before it was fine-tuned, or of its base alone."
                    + " Give a checkpoint of " + family.classifier() + ".");
        }
    }

    static ClassificationHead of(CheckpointConfig config, Weights weights) {
        HeadNames names = config.family().head();
        long width = config.hidden();
        return new ClassificationHead(
                weights.linear(names.dense(), width, width),
                config.headActivation(),
                weights.linear(names.output(), weights.rows(names.output() + ".bias"), width));
    }

    /** [B,D] to [B,C]. */
    NDArray apply(NDArray first, Rules rules) {
        return scores(pooled(first, rules), rules);
    }

    /** The first part, [B,D] to [B,D]: what BERT calls its pooler. */
    NDArray pooled(NDArray first, Rules rules) {
        return rules.activation(activation, rules.linear(dense, first));
    }

    /** The second part, [B,D] to [B,C]. */
    NDArray scores(NDArray pooled, Rules rules) {
        return rules.linear(output, pooled);
    }

    int classes() {
        return (int) output.outputs();
    }
}
