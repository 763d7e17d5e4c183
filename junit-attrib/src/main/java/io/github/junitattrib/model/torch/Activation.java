package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.ModelLoadException;
import java.nio.file.Path;
import java.util.Arrays;

/** The activation functions of feed-forward layers, by the names that config.json uses. */
enum Activation {
    /** x Φ(x), by the error function. */
    GELU("gelu") {
        @Override
        NDArray apply(NDArray x) {
            return ai.djl.nn.Activation.gelu(x);
        }
    },
    /** The tanh approximation of GELU. */
    GELU_NEW("gelu_new") {
        @Override
        NDArray apply(NDArray x) {
            NDArray cubic = x.mul(x).mul(x).mul(TorchRuntime.constant(x, 0.044715));
            NDArray inner = x.add(cubic).mul(TorchRuntime.constant(x, Math.sqrt(2 / Math.PI)));
            NDArray half = x.mul(TorchRuntime.constant(x, 0.5));
            return half.add(half.mul(inner.tanh()));
        }
    },
    /** Another name of {@link #GELU_NEW}. */
    GELU_PYTORCH_TANH("gelu_pytorch_tanh") {
        @Override
        NDArray apply(NDArray x) {
            return GELU_NEW.apply(x);
        }
    },
    /** max(0, x). */
    RELU("relu") {
        @Override
        NDArray apply(NDArray x) {
            return ai.djl.nn.Activation.relu(x);
        }
    };

    private final String key;

    Activation(String key) {
        this.key = key;
    }

    static Activation named(String key, Path file) {
        return Arrays.stream(values())
                .filter(activation -> activation.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new ModelLoadException("The file " + file + " has the hidden_act \"" + key
                        + "\". Activations that can be computed: "
                        + Arrays.stream(values())
                                .map(activation -> activation.key)
                                .toList() + "."));
    }

    abstract NDArray apply(NDArray x);
}
