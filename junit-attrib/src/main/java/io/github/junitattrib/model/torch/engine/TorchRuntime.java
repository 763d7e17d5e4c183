package io.github.junitattrib.model.torch.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.github.junitattrib.EngineException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Runs computations in the native library: the one place that knows grad mode, scopes and who owns memory.
 *
 * <p>Rules kept here because breaking them kills the process or gives silent garbage: grad mode is a state of the
 * thread and is put back; arrays live in a scope of their run; a leaf owns its memory; gradients never touch the
 * weights. {@link TorchEngine} must have been started before.
 */
public final class TorchRuntime {

    private TorchRuntime() {}

    /** Makes the manager that holds a model's weights until it is closed. */
    public static NDManager newManager(Device device) {
        return NDManager.newBaseManager(device, "PyTorch");
    }

    /** Copies numbers into memory that the native library owns: views of a Java buffer would outlive it. */
    public static NDArray own(NDManager manager, float[] values, Shape shape) {
        try (NDArray view = manager.create(values, shape)) {
            return view.duplicate();
        }
    }

    /** Makes the input [B,T] of a network from texts of T tokens each, in memory of the native library. */
    public static NDArray ids(NDManager manager, long[]... texts) {
        long[] all = Arrays.stream(texts).flatMapToLong(Arrays::stream).toArray();
        try (NDArray view = manager.create(all, new Shape(texts.length, texts[0].length))) {
            return view.duplicate();
        }
    }

    /**
     * Makes a number to compute with, in memory of the native library, where {@code like} lives.
     *
     * <p>Never {@code x.mul(2)}: DJL wraps the number in a Java buffer that may be freed before the backward pass reads
     * it, which gives wrong gradients once in ten thousand passes.
     */
    public static NDArray constant(NDArray like, double value) {
        return own(like.getManager(), new float[] {(float) value}, new Shape(1));
    }

    /** Runs a computation without gradients; every array it makes is freed at its end. */
    public static <R> R withoutGradients(NDManager root, Function<NDManager, R> body) {
        return run(root, false, body);
    }

    /**
     * Computes y = f(x) and the gradient of a number g(y) by x.
     *
     * @param values x, in the order of its shape
     * @param forward f
     * @param slopes from the numbers of y to ∂g/∂y, in the order of y
     */
    public static Differentiated differentiate(
            NDManager root,
            float[] values,
            Shape shape,
            UnaryOperator<NDArray> forward,
            UnaryOperator<float[]> slopes) {
        return run(root, true, manager -> {
            PtNDArray leaf = (PtNDArray) own(manager, values, shape);
            leaf.setRequiresGradient(true);
            PtNDArray output = (PtNDArray) forward.apply(leaf);
            float[] result = output.toFloatArray();
            PtNDArray upstream = (PtNDArray)
                    own(manager, slopes.apply(result), output.getShape()).toType(output.getDataType(), false);
            backward(output, upstream);
            // PtNDArray.getGradient would give zeros where the graph never reached the leaf.
            PtNDArray gradient = JniUtils.getGradient(leaf);
            if (gradient == null) {
                throw withoutGradient();
            }
            return new Differentiated(result, gradient.toFloatArray());
        });
    }

    private static void backward(PtNDArray output, PtNDArray upstream) {
        try {
            JniUtils.backward(output, upstream, false, false);
        } catch (ai.djl.engine.EngineException e) {
            // There is no graph at all, as nothing was computed from the leaf.
            throw String.valueOf(e.getMessage()).contains("does not require grad") ? withoutGradient() : e;
        }
    }

    private static RuntimeException withoutGradient() {
        return new EngineException("PyTorch gave no gradient: the scores do not depend on the word embeddings. Check"
                + " that the model computes them from these, without rounding, counting or detaching on the way.");
    }

    /** y and the gradient of the chosen part of it. */
    @SuppressWarnings("ArrayRecordComponent") // a passing result of one call, never compared
    public record Differentiated(float[] output, float[] gradient) {}

    private static <R> R run(NDManager root, boolean gradients, Function<NDManager, R> body) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(gradients);
        try (NDManager manager = root.newSubManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return body.apply(manager);
        } finally {
            JniUtils.setGradMode(before);
        }
    }
}
