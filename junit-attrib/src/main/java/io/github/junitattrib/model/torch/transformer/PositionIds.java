package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.util.Arrays;

/** Finds the rows of the position table for the tokens of a text, as the family counts. */
final class PositionIds {

    private final long before;
    private final boolean skipsPadding;

    PositionIds(CheckpointConfig config) {
        before = config.positionsBefore();
        skipsPadding = config.family().embeddings().positions() != PositionScheme.FROM_ZERO;
    }

    /** Returns the positions of ids [B,T], as [B,T]. */
    NDArray of(NDArray ids) {
        int tokens = (int) ids.getShape().get(1);
        long[] all = ids.toLongArray();
        long[][] positions = new long[all.length / tokens][];
        for (int text = 0; text < positions.length; text++) {
            positions[text] = positions(Arrays.copyOfRange(all, text * tokens, (text + 1) * tokens));
        }
        return TorchRuntime.ids(ids.getManager(), positions);
    }

    private long[] positions(long[] ids) {
        long[] positions = new long[ids.length];
        long padding = before - 1;
        long next = before;
        for (int t = 0; t < ids.length; t++) {
            // Padding within a text is a token that the user typed; the models' code does not count it either.
            positions[t] = skipsPadding && ids[t] == padding ? padding : next++;
        }
        return positions;
    }
}
