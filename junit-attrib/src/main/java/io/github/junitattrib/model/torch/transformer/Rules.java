package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;

/**
 * How the operations of a network pass a score back to their inputs.
 *
 * <p>Values are those of the operation itself under every rule; only the slopes differ. A slope m is given to an output y
 * of x as stop(y) + (x − stop(x)) · stop(m).
 */
interface Rules {

    /** The gradient: every slope is the true one. */
    Rules GRADIENT = new Rules() {};

    /** y = x Wᵀ + b. */
    default NDArray linear(Linear layer, NDArray x) {
        return layer.apply(x);
    }

    /** y = f(x), elementwise. */
    default NDArray activation(Activation f, NDArray x) {
        return f.apply(x);
    }

    /** Layer normalisation over the last axis. */
    default NDArray norm(LayerNorm norm, NDArray x) {
        return norm.apply(x);
    }

    /** Softmax over the last axis. */
    default NDArray softmax(NDArray x) {
        return x.softmax(-1);
    }

    /** The product of two matrices that both depend on the input. */
    default NDArray product(NDArray a, NDArray b) {
        return a.matMul(b);
    }
}
