package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/** Cuts a batch of token states to the first tokens: heads read one, so the last layer need not compute the others. */
final class FirstRows {

    private FirstRows() {}

    /** [B,T,D] to [B,N,D]. */
    static NDArray of(NDArray states, long rows) {
        return rows == states.getShape().get(1) ? states : states.get(new NDIndex(":, 0:{}", rows));
    }
}
