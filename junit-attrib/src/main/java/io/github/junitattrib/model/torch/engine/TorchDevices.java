package io.github.junitattrib.model.torch.engine;

import ai.djl.Device;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.model.DeviceChoice;
import java.util.Optional;

/** Tells whether models run on a GPU here. */
public final class TorchDevices {

    private TorchDevices() {}

    /**
     * Says why models do not run on a GPU; starts the engine to find out.
     *
     * @param choice where models shall run
     * @return the reason in a sentence, with what to do; empty if they run on a GPU
     */
    public static Optional<String> whyNoGpu(DeviceChoice choice) {
        if (choice.name().equals("cpu")) {
            return Optional.of("The device is set to cpu.");
        }
        try {
            return TorchEngine.start(choice).equals(Device.cpu())
                    ? Optional.of(TorchEngine.hardware().noGpu())
                    : Optional.empty();
        } catch (EngineException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
