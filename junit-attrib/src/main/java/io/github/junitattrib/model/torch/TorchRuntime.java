package io.github.junitattrib.model.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.model.DeviceChoice;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The one place that owns the native library: its set-up, telemetry, threads, grad mode, scopes and number types.
 *
 * <p>Rules kept here because breaking them kills the process or gives silent garbage: nothing is sent anywhere when DJL
 * starts; grad mode is a state of the thread and is put back; arrays live in a scope of their run; a leaf owns its
 * memory; gradients never touch the weights.
 */
final class TorchRuntime {

    /** Set before the first class of DJL is touched: its static initialisers report to a server otherwise. */
    private static final String TELEMETRY_OPT_OUT = "OPT_OUT_TRACKING";

    private static final String THREADS = "ai.djl.pytorch.num_threads";

    private TorchRuntime() {}

    /** Must come before any other use of DJL, tokenizers included. */
    static void prepare() {
        setDefault(TELEMETRY_OPT_OUT, "true");
        // On a machine with CUDA the tokenizers would look for a GPU build of theirs on the network.
        setDefault("RUST_FLAVOR", "cpu");
        // Several threads in one operation gain nothing on texts and wait for each other; tests run side by side.
        setDefault(THREADS, "1");
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null && System.getenv(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Starts the engine (once per process) and finds the device. */
    static Device start(DeviceChoice choice) {
        prepare();
        Engine engine = Started.engine();
        int gpus = engine.getGpuCount();
        int wanted = choice.gpu();
        if (wanted >= gpus) {
            throw new EngineException("attrib.device is " + choice.name() + ", but PyTorch sees " + gpus
                    + " GPUs. With the natives pytorch-native-cpu it never sees one: put a CUDA build of PyTorch "
                    + engine.getVersion() + " in its place (PYTORCH_LIBRARY_PATH, PYTORCH_VERSION, PYTORCH_FLAVOR), or"
                    + " set attrib.device to auto or cpu.");
        }
        boolean auto = choice.equals(DeviceChoice.AUTO);
        return wanted >= 0 ? Device.gpu(wanted) : auto && gpus > 0 ? Device.gpu(0) : Device.cpu();
    }

    /** How messages and reports call a device. */
    static String name(Device device) {
        return device.isGpu() ? "cuda:" + device.getDeviceId() : "cpu";
    }

    /** Makes the manager that holds a model's weights until it is closed. */
    static NDManager newManager(Device device) {
        return NDManager.newBaseManager(device, "PyTorch");
    }

    /** Copies numbers into memory that the native library owns: views of a Java buffer would outlive it. */
    static NDArray own(NDManager manager, float[] values, Shape shape) {
        try (NDArray view = manager.create(values, shape)) {
            return view.duplicate();
        }
    }

    /**
     * Makes a number to compute with, in memory of the native library, where {@code like} lives.
     *
     * <p>Never {@code x.mul(2)}: DJL wraps the number in a Java buffer that may be freed before the backward pass reads
     * it, which gives wrong gradients once in ten thousand passes.
     */
    static NDArray constant(NDArray like, double value) {
        return own(like.getManager(), new float[] {(float) value}, new Shape(1));
    }

    /** Runs a computation without gradients; every array it makes is freed at its end. */
    static <R> R withoutGradients(NDManager root, Function<NDManager, R> body) {
        return run(root, false, body);
    }

    /**
     * Computes y = f(x) and the gradient of Σ g(y) by x.
     *
     * @param values x, in the order of its shape
     * @param forward f
     * @param chosen g: what of y is differentiated
     */
    static Differentiated differentiate(
            NDManager root,
            float[] values,
            Shape shape,
            UnaryOperator<NDArray> forward,
            UnaryOperator<NDArray> chosen) {
        return run(root, true, manager -> {
            PtNDArray leaf = (PtNDArray) own(manager, values, shape);
            leaf.setRequiresGradient(true);
            NDArray output = forward.apply(leaf);
            PtNDArray scalar = (PtNDArray) chosen.apply(output).sum();
            PtNDArray one = (PtNDArray) manager.ones(scalar.getShape(), scalar.getDataType());
            JniUtils.backward(scalar, one, false, false);
            // PtNDArray.getGradient would give zeros where the graph never reached the leaf.
            PtNDArray gradient = JniUtils.getGradient(leaf);
            if (gradient == null) {
                throw new EngineException("PyTorch gave no gradient: the scores do not depend on the word embeddings.");
            }
            return new Differentiated(output.toFloatArray(), gradient.toFloatArray());
        });
    }

    /** y and the gradient of the chosen part of it. */
    @SuppressWarnings("ArrayRecordComponent") // a passing result of one call, never compared
    record Differentiated(float[] output, float[] gradient) {}

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

    /** Starts on first use; a failed start is remembered by the class loader and told again. */
    private static final class Started {
        private static final StartResult RESULT = start();

        static Engine engine() {
            if (RESULT.failure() != null) {
                throw new EngineException(RESULT.failure());
            }
            return java.util.Objects.requireNonNull(RESULT.engine());
        }

        private static StartResult start() {
            try {
                return new StartResult(Engine.getEngine("PyTorch"), null);
            } catch (RuntimeException | LinkageError e) {
                return new StartResult(
                        null,
                        "The PyTorch engine cannot start: " + e.getMessage()
                                + ". Add the native libraries to the test class path: ai.djl.pytorch:pytorch-jni and"
                                + " ai.djl.pytorch:pytorch-native-cpu with the classifier of this platform (such as"
                                + " linux-x86_64), in the versions that the README names; they are unpacked to"
                                + " DJL_CACHE_DIR or ~/.djl.ai, which must be writable.");
            }
        }
    }

    private record StartResult(
            @org.jspecify.annotations.Nullable Engine engine,
            @org.jspecify.annotations.Nullable String failure) {}
}
