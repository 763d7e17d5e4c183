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

        @Override
        NDArray derivative(NDArray x) {
            NDArray half = TorchRuntime.constant(x, 0.5);
            NDArray below = half.add(
                    half.mul(x.mul(TorchRuntime.constant(x, Math.sqrt(0.5))).erf())); // Φ(x)
            NDArray density = x.mul(x).mul(half).neg().exp().mul(TorchRuntime.constant(x, 1 / Math.sqrt(2 * Math.PI)));
            return below.add(x.mul(density));
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

        @Override
        NDArray derivative(NDArray x) {
            NDArray one = TorchRuntime.constant(x, 1);
            NDArray half = TorchRuntime.constant(x, 0.5);
            NDArray factor = TorchRuntime.constant(x, Math.sqrt(2 / Math.PI));
            NDArray square = x.mul(x).mul(TorchRuntime.constant(x, 0.044715));
            NDArray tanh = x.mul(one.add(square)).mul(factor).tanh();
            NDArray inner = one.add(square.mul(TorchRuntime.constant(x, 3))).mul(factor);
            NDArray rising = x.mul(one.sub(tanh.mul(tanh))).mul(inner);
            return one.add(tanh).add(rising).mul(half);
        }
    },
    /** max(0, x). */
    RELU("relu") {
        @Override
        NDArray apply(NDArray x) {
            return ai.djl.nn.Activation.relu(x);
        }

        @Override
        NDArray derivative(NDArray x) {
            return x.gt(TorchRuntime.constant(x, 0)).toType(x.getDataType(), false);
        }

        @Override
        NDArray slope(NDArray a, NDArray b) {
            return Slopes.ofPieces(this::apply, this::derivative, a, b);
        }
    },
    /** x σ(x), with the logistic function σ. */
    SILU("silu", "swish") {
        @Override
        NDArray apply(NDArray x) {
            return x.mul(ai.djl.nn.Activation.sigmoid(x));
        }

        @Override
        NDArray derivative(NDArray x) {
            NDArray one = TorchRuntime.constant(x, 1);
            NDArray logistic = ai.djl.nn.Activation.sigmoid(x);
            return logistic.mul(one.add(x.mul(one.sub(logistic))));
        }
    },
    /** The hyperbolic tangent, of heads above all. */
    TANH("tanh") {
        @Override
        NDArray apply(NDArray x) {
            return x.tanh();
        }

        @Override
        NDArray derivative(NDArray x) {
            NDArray tanh = x.tanh();
            return TorchRuntime.constant(x, 1).sub(tanh.mul(tanh));
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

    /** f'(x). */
    abstract NDArray derivative(NDArray x);

    /** (f(a) − f(b)) / (a − b), and f'(a) where they are the same. */
    NDArray slope(NDArray a, NDArray b) {
        return Slopes.of(this::apply, this::derivative, a, b);
    }
}
