package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.ModelLoadException;
import java.util.Arrays;

/** Takes the weights of a checkpoint by name, each with the shape that the configuration asks for. */
final class BertWeights {

    private final SafetensorsFile file;
    private final NDManager manager;

    BertWeights(SafetensorsFile file, NDManager manager) {
        this.file = file;
        this.manager = manager;
    }

    /** Returns a matrix, with as many rows as it has. */
    NDArray rows(String name, long columns) {
        long[] shape = file.shape(name);
        return take(name, shape.length == 2 ? shape[0] : 0, columns);
    }

    /** Returns a tensor of exactly this shape, owned by the model. */
    NDArray take(String name, long... shape) {
        long[] stored = file.shape(name);
        if (!Arrays.equals(stored, shape)) {
            throw new ModelLoadException("Tensor " + name + " of " + file.path() + " has the shape "
                    + Arrays.toString(stored) + ", but config.json asks for " + Arrays.toString(shape)
                    + ". Give the config.json that was saved with these weights.");
        }
        if (Arrays.stream(shape).anyMatch(extent -> extent == 0)) {
            throw new ModelLoadException("Tensor " + name + " of " + file.path() + " has the shape "
                    + Arrays.toString(stored) + " and so no numbers. Save the model again.");
        }
        return TorchRuntime.own(manager, file.read(name), new Shape(shape));
    }

    Linear linear(String name, long out, long in) {
        return new Linear(take(name + ".weight", out, in), take(name + ".bias", out));
    }

    Norm norm(String name, long width, float epsilon) {
        // Checkpoints converted from TensorFlow keep the names gamma and beta.
        boolean old = file.names().contains(name + ".gamma");
        return new Norm(
                take(name + (old ? ".gamma" : ".weight"), width),
                take(name + (old ? ".beta" : ".bias"), width),
                epsilon);
    }

    /** y = x Wᵀ + b, with W [out,in]. */
    record Linear(NDArray weight, NDArray bias) {
        NDArray apply(NDArray x) {
            return ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow();
        }
    }

    /** Layer normalisation over the last axis. */
    record Norm(NDArray weight, NDArray bias, float epsilon) {
        NDArray apply(NDArray x) {
            return ai.djl.nn.norm.LayerNorm.layerNorm(x, weight.getShape(), weight, bias, epsilon)
                    .singletonOrThrow();
        }
    }
}
