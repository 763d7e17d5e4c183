package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.model.torch.engine.TorchRuntime;

/** Finds the rows of the position table for the tokens of a text, as the family counts. */
final class PositionIds {

    private final long before;
    private final boolean skipsPadding;

    PositionIds(CheckpointConfig config) {
        before = config.positionsBefore();
        skipsPadding = config.family().embeddings().positions() != PositionScheme.FROM_ZERO;
    }

    /** Returns the positions of ids [1,T], as [1,T]. */
    NDArray of(NDArray ids) {
        long[] positions = ids.toLongArray();
        long padding = before - 1;
        long next = before;
        for (int t = 0; t < positions.length; t++) {
            // Padding within a text is a token that the user typed; the models' code does not count it either.
            positions[t] = skipsPadding && positions[t] == padding ? padding : next++;
        }
        return TorchRuntime.ids(ids.getManager(), positions);
    }
}
