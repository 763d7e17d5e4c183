package io.github.junitattrib.model.torch.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.model.DeviceChoice;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Starts the native library, without telemetry, and finds the device to run on. */
public final class TorchEngine {

    /** Set before the first class of DJL is touched: its static initialisers report to a server otherwise. */
    private static final String TELEMETRY_OPT_OUT = "OPT_OUT_TRACKING";

    private static final System.Logger LOG = System.getLogger(TorchEngine.class.getName());

    /** One line per process about a GPU that is not used. */
    private static final AtomicBoolean IDLE_SAID = new AtomicBoolean();

    private TorchEngine() {}

    /** Must come before any other use of DJL, tokenizers included. */
    public static void prepare() {
        setDefault(TELEMETRY_OPT_OUT, "true");
        // Otherwise DJL would look for missing native libraries on the network; -Dai.djl.offline=false asks for that.
        if (System.getenv("DJL_OFFLINE") == null) {
            setDefault("ai.djl.offline", "true");
        }
        // On a machine with CUDA the tokenizers would look for a GPU build of theirs on the network.
        setDefault("RUST_FLAVOR", "cpu");
    }

    static void setDefault(String property, String value) {
        if (System.getProperty(property) == null && System.getenv(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Starts the engine (once per process) and finds the device. */
    public static Device start(DeviceChoice choice) {
        prepare();
        Hardware hardware = hardware();
        TorchThreads.afterStart();
        Device device = hardware.device(choice);
        if (device.equals(Device.cpu())) {
            hardware.idle().filter(message -> choice.equals(DeviceChoice.AUTO)).ifPresent(TorchEngine::sayOnce);
        } else {
            tryOut(device);
        }
        return device;
    }

    /** Starts the engine, and tells what it finds. */
    static Hardware hardware() {
        return Hardware.detect(Started.engine());
    }

    private static void sayOnce(String message) {
        if (IDLE_SAID.compareAndSet(false, true)) {
            LOG.log(System.Logger.Level.INFO, message);
        }
    }

    /** A device that is listed may still be unusable: wrong driver, too old for this PyTorch, or without memory. */
    private static void tryOut(Device device) {
        try (NDManager manager = TorchRuntime.newManager(device)) {
            NDArray two = manager.ones(new Shape(2)).sum();
            two.toFloatArray();
        } catch (RuntimeException | LinkageError e) {
            String said = String.valueOf(e.getMessage());
            throw new EngineException(
                    "The device " + name(device) + " is there, but PyTorch cannot compute on it: "
                            + said.lines().findFirst().orElse(said)
                            + " See that its driver and these natives fit each other, or set the device to cpu.",
                    e);
        }
    }

    /** How messages and reports call a device. */
    public static String name(Device device) {
        return device.isGpu() ? "cuda:" + device.getDeviceId() : device.getDeviceType();
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
                TorchThreads.beforeStart();
                Engine engine = Engine.getEngine("PyTorch");
                // It may work all the same; if it does not, this is the first thing to look at.
                DjlVersions.detect().mix().ifPresent(mix -> LOG.log(System.Logger.Level.WARNING, mix));
                return new StartResult(engine, null);
            } catch (RuntimeException | LinkageError e) {
                DjlVersions versions = DjlVersions.detect();
                return new StartResult(null, whyNot(versions, Natives.detect(versions), e));
            }
        }
    }

    /** Says why the engine did not start: what DJL says of missing natives is that it could not make an index of them. */
    static String whyNot(DjlVersions versions, Natives natives, Throwable failure) {
        return versions.mix().map(mix -> mix + " ").orElse("") + "The PyTorch engine cannot start: "
                + natives.problem()
                        .orElseGet(() -> "its native libraries (" + String.join(", ", natives.classifiers())
                                + ") do not belong to DJL " + versions.api()
                                + ", or cannot be unpacked. With DJL 0.35.1,"
                                + " ai.djl.pytorch:pytorch-jni has the version 2.7.1-0.35.1 and"
                                + " ai.djl.pytorch:pytorch-native-cpu 2.7.1. They are unpacked to DJL_CACHE_DIR or"
                                + " ~/.djl.ai, which must be writable. DJL says: " + failure.getMessage());
    }

    private record StartResult(
            @Nullable Engine engine, @Nullable String failure) {}
}
