package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.ConfigFile;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.util.Arrays;
import java.util.List;

/** The activation functions of networks, by the names that config.json uses. */
enum Activation {
    /** x Φ(x), by the error function. */
    GELU("gelu", "gelu_python") {
        @Override
        NDArray apply(NDArray x) {
            return ai.djl.nn.Activation.gelu(x);
        }
    },
    /** The tanh approximation of GELU. */
    GELU_TANH("gelu_new", "gelu_pytorch_tanh", "gelu_fast") {
        @Override
        NDArray apply(NDArray x) {
            NDArray cubic = x.mul(x).mul(x).mul(TorchRuntime.constant(x, 0.044715));
            NDArray inner = x.add(cubic).mul(TorchRuntime.constant(x, Math.sqrt(2 / Math.PI)));
            NDArray half = x.mul(TorchRuntime.constant(x, 0.5));
            return half.add(half.mul(inner.tanh()));
        }
    },
    /** max(0, x). */
    RELU("relu") {
        @Override
        NDArray apply(NDArray x) {
            return ai.djl.nn.Activation.relu(x);
        }
    },
    /** x σ(x), with the logistic function σ. */
    SILU("silu", "swish") {
        @Override
        NDArray apply(NDArray x) {
            return x.mul(ai.djl.nn.Activation.sigmoid(x));
        }
    },
    /** The hyperbolic tangent, of heads above all. */
    TANH("tanh") {
        @Override
        NDArray apply(NDArray x) {
            return x.tanh();
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> keys;

    Activation(String... keys) {
        this.keys = List.of(keys);
    }

    /**
     * Reads the activation that a config.json names.
     *
     * @param absent if it names none
     */
    static Activation read(ConfigFile file, String key, Activation absent) {
        if (!file.has(key)) {
            return absent;
        }
        String name = file.text(key, "");
        return Arrays.stream(values())
                .filter(activation -> activation.keys.contains(name))
                .findFirst()
                .orElseThrow(() -> new ModelLoadException("The file " + file.path() + " has the " + key + " \"" + name
                        + "\". Activations that can be computed: " + names() + "."));
    }

    private static List<String> names() {
        return Arrays.stream(values())
                .flatMap(activation -> activation.keys.stream())
                .toList();
    }

    abstract NDArray apply(NDArray x);
}
