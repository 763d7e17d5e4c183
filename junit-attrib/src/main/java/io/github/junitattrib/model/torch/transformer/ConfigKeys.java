package io.github.junitattrib.model.torch.transformer;

import java.util.Optional;

/**
 * How a family calls the sizes of its network in config.json, and what holds where the file says nothing.
 *
 * @param hidden width of the network
 * @param layers number of layers
 * @param heads attention heads per layer
 * @param feedForward width of the feed-forward layers
 * @param activation of the feed-forward layers
 * @param defaultActivation if the file names none
 * @param epsilon key of the layer norms' ε; empty where the family's code fixes it
 * @param defaultEpsilon if the file gives none
 * @param defaultPadding id of the padding token if the file gives none
 */
record ConfigKeys(
        String hidden,
        String layers,
        String heads,
        String feedForward,
        String activation,
        Activation defaultActivation,
        Optional<String> epsilon,
        double defaultEpsilon,
        int defaultPadding) {

    static final ConfigKeys BERT = like(Activation.GELU, 1e-12, 0);
    static final ConfigKeys ROBERTA = like(Activation.GELU, 1e-12, 1);
    static final ConfigKeys ALBERT = like(Activation.GELU_TANH, 1e-12, 0);
    static final ConfigKeys DEBERTA = like(Activation.GELU, 1e-7, 0);
    static final ConfigKeys DISTILBERT = new ConfigKeys(
            "dim", "n_layers", "n_heads", "hidden_dim", "activation", Activation.GELU, Optional.empty(), 1e-12, 0);

    private static ConfigKeys like(Activation activation, double epsilon, int padding) {
        return new ConfigKeys(
                "hidden_size",
                "num_hidden_layers",
                "num_attention_heads",
                "intermediate_size",
                "hidden_act",
                activation,
                Optional.of("layer_norm_eps"),
                epsilon,
                padding);
    }
}
