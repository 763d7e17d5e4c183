package io.github.junitattrib.model.torch.transformer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import io.github.junitattrib.model.torch.mutant.WeightChange;
import io.github.junitattrib.model.torch.mutant.WeightNumbers;
import io.github.junitattrib.model.torch.mutant.WordRows;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Takes the weights of a checkpoint by name into native memory, each with the shape that config.json asks for. */
final class Weights {

    private final WeightFiles files;
    private final WeightNames names;
    private final NDManager manager;
    private final WeightChange change;

    Weights(WeightFiles files, Family family, NDManager manager, WeightChange change) {
        this.files = files;
        this.names = WeightNames.of(family, files.names());
        this.manager = manager;
        this.change = change;
    }

    /** Says whether there is a tensor of this name. */
    boolean has(String name) {
        return files.names().contains(names.stored(name));
    }

    /** Returns the extent of the first axis; 0 if it has none. */
    long rows(String name) {
        long[] shape = files.shape(names.stored(name));
        return shape.length == 0 ? 0 : shape[0];
    }

    /** Returns where the weights come from, for messages. */
    String origin() {
        return files.path().toString();
    }

    /** Returns a tensor of exactly this shape, owned by the model. */
    NDArray take(String familyName, long... shape) {
        String name = names.stored(familyName);
        long[] stored = files.shape(name);
        if (!Arrays.equals(stored, shape)) {
            throw new ModelLoadException(tensor(name) + " has the shape " + Arrays.toString(stored)
                    + ", but config.json asks for " + Arrays.toString(shape)
                    + ". Give the config.json that was saved with these weights.");
        }
        if (Arrays.stream(shape).anyMatch(extent -> extent == 0)) {
            throw new ModelLoadException(tensor(name) + " has the shape " + Arrays.toString(stored)
                    + " and so no numbers. Save the model again.");
        }
        return fill(name, new Shape(shape));
    }

    /** Reads straight into the memory of the tensor: a copy in Java would need that of the model again. */
    private NDArray fill(String name, Shape shape) {
        long bytes = shape.size() * Float.BYTES;
        if (bytes > Integer.MAX_VALUE) {
            throw new ModelLoadException(tensor(name) + " needs " + bytes
                    + " bytes; more than 2 GiB in one tensor cannot be read. Choose a smaller model.");
        }
        try (NDManager host = manager.newSubManager(Device.cpu())) {
            NDArray tensor = host.create(shape, DataType.FLOAT32);
            ByteBuffer memory = tensor.toByteBuffer(true).order(ByteOrder.LITTLE_ENDIAN);
            if (!files.read(name, memory)) {
                throw new ModelLoadException(tensor(name) + " holds a number that is not finite in float32 (NaN or"
                        + " infinite). Copy the file again; if it was saved so, the training has diverged.");
            }
            change(name, shape, memory);
            NDArray placed = tensor.toDevice(manager.getDevice(), false);
            placed.attach(manager);
            return placed;
        }
    }

    private void change(String name, Shape shape, ByteBuffer memory) {
        WeightNumbers numbers = new WeightNumbers(name, memory.clear(), Float.BYTES, 0, (int) shape.size());
        if (WeightNames.isOfWords(name)) {
            change.words(numbers, WordRows.dense((int) shape.get(0), (int) shape.get(1)));
        } else {
            change.weights(numbers);
        }
    }

    private String tensor(String name) {
        return "Tensor " + name + " of " + files.path(name);
    }

    Linear linear(String name, long out, long in) {
        return new Linear(take(name + ".weight", out, in), take(name + ".bias", out));
    }

    Linear linearWithoutBias(String name, long out, long in) {
        return new Linear(take(name + ".weight", out, in), null);
    }

    LayerNorm norm(String name, long width, float epsilon) {
        // Checkpoints converted from TensorFlow keep the names gamma and beta.
        boolean old = has(name + ".gamma");
        return new LayerNorm(
                take(name + (old ? ".gamma" : ".weight"), width),
                take(name + (old ? ".beta" : ".bias"), width),
                epsilon);
    }
}
