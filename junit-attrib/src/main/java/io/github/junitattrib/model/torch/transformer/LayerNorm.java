package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;

/** Layer normalisation over the last axis: (x − mean) / √(variance + ε) · weight + bias. */
record LayerNorm(NDArray weight, NDArray bias, float epsilon) {

    NDArray apply(NDArray x) {
        return ai.djl.nn.norm.LayerNorm.layerNorm(x, weight.getShape(), weight, bias, epsilon)
                .singletonOrThrow();
    }
}
