package io.github.junitattrib.model.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.model.DeviceChoice;
import org.junit.jupiter.api.Test;

/** Which device a choice means on machines that this one is not. */
class HardwareTest {

    private static final Hardware CPU = new Hardware(0, false, false, "2.7.1");
    private static final Hardware UNSEEN_GPU = new Hardware(0, true, false, "2.7.1");
    private static final Hardware TWO_GPUS = new Hardware(2, true, false, "2.7.1");
    private static final Hardware MAC = new Hardware(0, false, true, "2.7.1");

    private static Device device(Hardware hardware, String choice) {
        return hardware.device(new DeviceChoice(choice));
    }

    @Test
    void autoTakesTheFirstCudaGpuElseTheCpu() {
        assertThat(device(TWO_GPUS, "auto")).isEqualTo(Device.gpu(0));
        assertThat(device(CPU, "auto")).isEqualTo(Device.cpu());
        assertThat(device(UNSEEN_GPU, "auto")).isEqualTo(Device.cpu());
        assertThat(device(MAC, "auto")).isEqualTo(Device.cpu());
    }

    @Test
    void namedDevicesAreTakenWhereTheyAre() {
        assertThat(device(TWO_GPUS, "cpu")).isEqualTo(Device.cpu());
        assertThat(device(TWO_GPUS, "cuda:1")).isEqualTo(Device.gpu(1));
        assertThat(device(MAC, "mps").getDeviceType()).isEqualTo("mps");
    }

    @Test
    void devicesAreCalledAsTheyAreChosen() {
        assertThat(TorchEngine.name(device(TWO_GPUS, "cuda:1"))).isEqualTo("cuda:1");
        assertThat(TorchEngine.name(device(MAC, "mps"))).isEqualTo("mps");
        assertThat(TorchEngine.name(device(MAC, "cpu"))).isEqualTo("cpu");
    }

    @Test
    void aMissingGpuIsToldWithTheWaysToGetNatives() {
        assertThatThrownBy(() -> device(CPU, "cuda:0"))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith(
                        "The device cuda:0 was asked for (attrib.device, or device(…) in code), but PyTorch"
                                + " sees no GPU. Natives called pytorch-native-cpu never see one, others need libcudart of the CUDA"
                                + " toolkit too. CUDA natives of DJL 0.35.1 are not on Maven Central.")
                .hasMessageContainingAll(
                        "(1) unpack libtorch 2.7.1 for CUDA",
                        "PYTORCH_LIBRARY_PATH=<its folder lib>, PYTORCH_VERSION=2.7.1 and PYTORCH_FLAVOR=cu128;",
                        "(2) take DJL 0.32.0 with ai.djl.pytorch:pytorch-native-cu124:2.5.1 and"
                                + " pytorch-jni:2.5.1-0.32.0",
                        "(3) leave pytorch-native-cpu out and set -Dai.djl.offline=false")
                .hasMessageEndingWith(" Or set the device to auto or cpu.");
        assertThat(new Hardware(0, false, false, "2.5.1").noGpu())
                .contains("PYTORCH_VERSION=2.5.1 and PYTORCH_FLAVOR=cu124;");
    }

    @Test
    void aGpuBeyondTheLastIsToldWithTheirNumber() {
        assertThatThrownBy(() -> device(TWO_GPUS, "cuda:2"))
                .isInstanceOf(EngineException.class)
                .hasMessage("The device cuda:2 was asked for (attrib.device, or device(…) in code), but PyTorch sees 2"
                        + " GPUs, counted from 0. Set it to cuda:1 or auto.");
    }

    @Test
    void appleGpusAreRefusedElsewhere() {
        assertThatThrownBy(() -> device(TWO_GPUS, "mps"))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "The device mps was asked for (attrib.device, or device(…) in code), but it is the GPU of Macs"
                                + " with Apple's processor, and this machine is none. Set the device to auto, cpu or cuda:N.");
    }

    @Test
    void aGpuThatStaysIdleForLackOfNativesIsSaid() {
        assertThat(UNSEEN_GPU.idle())
                .get()
                .asString()
                .startsWith(
                        "Models run on the CPU, although this machine has a GPU: PyTorch sees no GPU, although an NVIDIA"
                                + " driver is installed. Natives called");
        assertThat(CPU.idle()).isEmpty();
        assertThat(TWO_GPUS.idle()).isEmpty();
    }

    @Test
    void theCpuIsNoGpu() {
        assertThat(TorchDevices.whyNoGpu(new DeviceChoice("cpu"))).contains("The device is set to cpu.");
        boolean seen = TorchEngine.hardware().gpus() > 0;
        assertThat(TorchDevices.whyNoGpu(DeviceChoice.AUTO).isEmpty()).isEqualTo(seen);
        assertThat(TorchDevices.whyNoGpu(new DeviceChoice("cuda:999")))
                .get()
                .asString()
                .startsWith("The device cuda:999 was asked for");
    }
}
