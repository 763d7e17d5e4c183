package io.github.junitattrib.model.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.model.DeviceChoice;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts the native library, without telemetry, and finds the device to run on. */
final class TorchEngine {

    /** Set before the first class of DJL is touched: its static initialisers report to a server otherwise. */
    private static final String TELEMETRY_OPT_OUT = "OPT_OUT_TRACKING";

    private static final String THREADS = "ai.djl.pytorch.num_threads";

    private TorchEngine() {}

    /** Must come before any other use of DJL, tokenizers included. */
    static void prepare() {
        setDefault(TELEMETRY_OPT_OUT, "true");
        // Otherwise DJL would look for missing native libraries on the network; -Dai.djl.offline=false asks for that.
        if (System.getenv("DJL_OFFLINE") == null) {
            setDefault("ai.djl.offline", "true");
        }
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

    /** Starts on first use; a failed start is remembered by the class loader and told again. */
    private static final class Started {
        private static final StartResult RESULT = start();

        static Engine engine() {
            if (RESULT.failure() != null) {
                throw new EngineException(RESULT.failure());
            }
            return Objects.requireNonNull(RESULT.engine());
        }

        private static StartResult start() {
            try {
                return new StartResult(Engine.getEngine("PyTorch"), null);
            } catch (RuntimeException | LinkageError e) {
                return new StartResult(
                        null,
                        "The PyTorch engine cannot start: its native libraries are missing from the test class path, do"
                                + " not belong to DJL " + Engine.getDjlVersion() + ", or cannot be unpacked. Add"
                                + " ai.djl.pytorch:pytorch-jni and ai.djl.pytorch:pytorch-native-cpu with the classifier"
                                + " of this platform (such as linux-x86_64); with DJL 0.35.1 their versions are"
                                + " 2.7.1-0.35.1 and 2.7.1. They are unpacked to DJL_CACHE_DIR or ~/.djl.ai, which must"
                                + " be writable. DJL says: " + e.getMessage());
            }
        }
    }

    private record StartResult(
            @Nullable Engine engine, @Nullable String failure) {}
}
