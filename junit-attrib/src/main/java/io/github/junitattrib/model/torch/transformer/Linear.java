package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * y = x Wᵀ + b.
 *
 * @param weight W [out,in]
 * @param bias b [out]; null for none
 */
record Linear(NDArray weight, @Nullable NDArray bias) {

    NDArray apply(NDArray x) {
        return ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow();
    }

    /** y = x Wᵀ. */
    Linear withoutBias() {
        return new Linear(weight, null);
    }

    long outputs() {
        return weight.getShape().get(0);
    }
}
