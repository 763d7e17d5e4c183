package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.model.torch.engine.TorchRuntime;

/** The logarithms that put far distances into buckets. */
final class LogBuckets {

    private LogBuckets() {}

    /**
     * Computes log(d / near) / log(ratio) · buckets for d = 0 … T−1.
     *
     * <p>By PyTorch in float32, like the models' own code: at the edges of buckets the last bit decides.
     */
    static float[] logarithms(NDManager scope, int tokens, int near, double ratio, int buckets) {
        float[] distances = new float[tokens];
        for (int d = 0; d < tokens; d++) {
            distances[d] = d;
        }
        NDArray d = TorchRuntime.own(scope, distances, new Shape(tokens));
        return d.div(TorchRuntime.constant(d, near))
                .log()
                .div(TorchRuntime.constant(d, ratio).log())
                .mul(TorchRuntime.constant(d, buckets))
                .toFloatArray();
    }
}
