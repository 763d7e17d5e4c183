package io.github.junitattrib.model.torch.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.model.DeviceChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is to run models on, and which of it a choice means.
 *
 * @param gpus number of CUDA GPUs that PyTorch sees
 * @param nvidia whether the system has the driver of an NVIDIA GPU, seen by PyTorch or not
 * @param apple whether this is a Mac with Apple's processor, whose GPU is {@code mps}
 * @param torch version of PyTorch
 */
record Hardware(int gpus, boolean nvidia, boolean apple, String torch) {

    private static final String SOURCE = " (attrib.device, or device(…) in code)";

    static Hardware detect(Engine engine) {
        boolean nvidia =
                Stream.of("/proc/driver/nvidia/version", "/dev/nvidia0").anyMatch(file -> Files.exists(Path.of(file)));
        boolean apple = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
                && System.getProperty("os.arch").equals("aarch64");
        return new Hardware(engine.getGpuCount(), nvidia, apple, engine.getVersion());
    }

    /**
     * Finds the device.
     *
     * @throws EngineException if this machine has none of this kind, or PyTorch does not see it
     */
    Device device(DeviceChoice choice) {
        if (choice.name().equals("mps")) {
            return mps();
        }
        int wanted = choice.gpu();
        if (wanted >= gpus) {
            throw new EngineException("The device " + choice.name() + " was asked for" + SOURCE + ", but "
                    + (gpus == 0
                            ? noGpu() + " Or set the device to auto or cpu."
                            : "PyTorch sees " + gpus + (gpus == 1 ? " GPU" : " GPUs") + ", counted from 0. Set it to"
                                    + " cuda:" + (gpus - 1) + " or auto."));
        }
        boolean first = choice.equals(DeviceChoice.AUTO) && gpus > 0;
        return wanted >= 0 ? Device.gpu(wanted) : first ? Device.gpu(0) : Device.cpu();
    }

    private Device mps() {
        if (!apple) {
            throw new EngineException("The device mps was asked for" + SOURCE
                    + ", but it is the GPU of Macs with Apple's processor, and this machine is none. Set the device to"
                    + " auto, cpu or cuda:N.");
        }
        return Device.of("mps", -1);
    }

    /** Says that {@code auto} leaves a GPU idle, for lack of natives; empty if it does not. */
    Optional<String> idle() {
        return nvidia && gpus == 0
                ? Optional.of("Models run on the CPU, although this machine has a GPU: " + noGpu())
                : Optional.empty();
    }

    /** Says that PyTorch sees no GPU, and how to get natives that would. */
    String noGpu() {
        return "PyTorch sees no GPU" + (nvidia ? ", although an NVIDIA driver is installed" : "")
                + ". Natives called pytorch-native-cpu never see one, others need libcudart of the CUDA toolkit too."
                + " CUDA natives of DJL 0.35.1 are not on Maven Central. There are three ways to some: (1) unpack"
                + " libtorch " + torch + " for CUDA and set the environment variables PYTORCH_LIBRARY_PATH=<its folder"
                + " lib>, PYTORCH_VERSION=" + torch + " and PYTORCH_FLAVOR=" + flavor() + "; (2) take DJL 0.32.0 with"
                + " ai.djl.pytorch:pytorch-native-cu124:2.5.1 and pytorch-jni:2.5.1-0.32.0 from Maven Central; (3) leave"
                + " pytorch-native-cpu out and set -Dai.djl.offline=false, so that DJL downloads natives of its own.";
    }

    /** The one that pytorch-jni of this version has a library for. */
    private String flavor() {
        return torch.startsWith("2.5.") ? "cu124" : "cu128";
    }
}
