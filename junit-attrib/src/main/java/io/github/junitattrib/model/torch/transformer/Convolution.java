package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv1d;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.ConfigFile;
import java.util.Optional;

/**
 * The convolution of larger DeBERTa-v2 models, which runs beside the first layer and is added to its output.
 *
 * @param weight [D,D/groups,kernel]
 * @param bias [D]
 * @param groups of channels
 * @param activation of its output
 * @param norm of the sum
 */
record Convolution(NDArray weight, NDArray bias, int groups, Activation activation, LayerNorm norm) {

    /**
     * What config.json says of it.
     *
     * @param kernel number of neighbours that one position sees, itself included
     * @param groups of channels
     * @param activation of its output
     */
    record Config(int kernel, int groups, Activation activation) {

        static Optional<Config> read(ConfigFile file) {
            int kernel = file.number("conv_kernel_size", 0, Integer.MIN_VALUE, ConfigFile.LARGEST);
            if (kernel < 1) {
                return Optional.empty();
            }
            if (kernel % 2 == 0) {
                throw new ModelLoadException("The file " + file.path() + " has the conv_kernel_size " + kernel
                        + ", with which no output would belong to one token. Give the config.json that was saved with"
                        + " the model.");
            }
            int channels = file.size("hidden_size");
            int groups = file.number("conv_groups", 1, 1, channels);
            if (channels % groups != 0) {
                throw file.wrong("conv_groups");
            }
            return Optional.of(new Config(kernel, groups, Activation.read(file, "conv_act", Activation.TANH)));
        }
    }

    private static final String NAME = "deberta.encoder.conv.";

    /** Refuses weights that have one which config.json does not ask for: without it the scores would be others. */
    static Optional<Convolution> ifGiven(CheckpointConfig model, Weights weights) {
        if (model.convolution().isEmpty() && weights.has(NAME + "conv.weight")) {
            throw new ModelLoadException("The weights " + weights.origin() + " hold a convolution (" + NAME
                    + "conv.weight), but config.json gives no conv_kernel_size of at least 1. Give the config.json"
                    + " that was saved with these weights.");
        }
        return model.convolution().map(given -> of(given, model, weights));
    }

    private static Convolution of(Config config, CheckpointConfig model, Weights weights) {
        long width = model.hidden();
        return new Convolution(
                weights.take(NAME + "conv.weight", width, width / config.groups(), config.kernel()),
                weights.take(NAME + "conv.bias", width),
                config.groups(),
                config.activation(),
                weights.norm(NAME + "LayerNorm", width, model.epsilon()));
    }

    /**
     * Adds the convolution of the embeddings.
     *
     * @param layer output of the first layer, for the first N tokens [B,N,D]
     * @param embeddings its input [B,T,D]
     * @param rules how slopes lead back
     * @return [B,N,D]
     */
    NDArray apply(NDArray layer, NDArray embeddings, Rules rules) {
        long padding = (weight.getShape().get(2) - 1) / 2;
        NDArray convolved = Conv1d.conv1d(
                        embeddings.transpose(0, 2, 1),
                        weight,
                        bias,
                        new Shape(1),
                        new Shape(padding),
                        new Shape(1),
                        groups)
                .singletonOrThrow()
                .transpose(0, 2, 1);
        NDArray asked = FirstRows.of(convolved, layer.getShape().get(1));
        return rules.norm(norm, layer.add(rules.activation(activation, asked)));
    }
}
