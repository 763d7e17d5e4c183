package io.github.junitattrib.model.torch.transformer;

import java.util.Optional;

/**
 * How a family calls its encoder layers and the weights of each.
 *
 * @param layer what comes before a layer's number, behind the family's prefix
 * @param inner what comes before the number within a group, in families whose layers are groups; empty in others
 * @param query projection of the queries
 * @param key projection of the keys
 * @param value projection of the values
 * @param attentionOutput projection of what attention mixed
 * @param attentionNorm norm after attention
 * @param feedForwardInput first half of the feed-forward network
 * @param feedForwardOutput its second half
 * @param outputNorm norm after it
 */
record LayerNames(
        String layer,
        Optional<String> inner,
        String query,
        String key,
        String value,
        String attentionOutput,
        String attentionNorm,
        String feedForwardInput,
        String feedForwardOutput,
        String outputNorm) {

    static final LayerNames BERT = new LayerNames(
            "encoder.layer.",
            Optional.empty(),
            "attention.self.query",
            "attention.self.key",
            "attention.self.value",
            "attention.output.dense",
            "attention.output.LayerNorm",
            "intermediate.dense",
            "output.dense",
            "output.LayerNorm");

    static final LayerNames DISTILBERT = new LayerNames(
            "transformer.layer.",
            Optional.empty(),
            "attention.q_lin",
            "attention.k_lin",
            "attention.v_lin",
            "attention.out_lin",
            "sa_layer_norm",
            "ffn.lin1",
            "ffn.lin2",
            "output_layer_norm");

    static final LayerNames ALBERT = new LayerNames(
            "encoder.albert_layer_groups.",
            Optional.of("albert_layers."),
            "attention.query",
            "attention.key",
            "attention.value",
            "attention.dense",
            "attention.LayerNorm",
            "ffn",
            "ffn_output",
            "full_layer_layer_norm");

    static final LayerNames MPNET = new LayerNames(
            "encoder.layer.",
            Optional.empty(),
            "attention.attn.q",
            "attention.attn.k",
            "attention.attn.v",
            "attention.attn.o",
            "attention.LayerNorm",
            "intermediate.dense",
            "output.dense",
            "output.LayerNorm");

    static final LayerNames DEBERTA = new LayerNames(
            "encoder.layer.",
            Optional.empty(),
            "attention.self.query_proj",
            "attention.self.key_proj",
            "attention.self.value_proj",
            "attention.output.dense",
            "attention.output.LayerNorm",
            "intermediate.dense",
            "output.dense",
            "output.LayerNorm");
}
