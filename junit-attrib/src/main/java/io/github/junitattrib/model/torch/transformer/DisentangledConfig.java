package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.junitattrib.model.torch.checkpoint.ConfigFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What config.json says of the {@linkplain Disentangled disentangled attention} of a DeBERTa-v2 model.
 *
 * @param relative whether distances are looked at at all
 * @param contentToPosition whether queries meet distances
 * @param positionToContent whether keys meet distances
 * @param shared whether distances are projected as contents are, or by weights of their own
 * @param buckets in one direction; 0 for none: each distance has a row
 * @param farthest distance with a row or bucket of its own
 * @param normed whether the table is normed
 */
record DisentangledConfig(
        boolean relative,
        boolean contentToPosition,
        boolean positionToContent,
        boolean shared,
        int buckets,
        int farthest,
        boolean normed)
        implements RelativeAttention {

    static DisentangledConfig read(ConfigFile file) {
        List<String> types = parts(file, "pos_att_type", Set.of("c2p", "p2c"));
        int farthest = file.number("max_relative_positions", -1, Integer.MIN_VALUE, ConfigFile.LARGEST);
        DisentangledConfig config = new DisentangledConfig(
                file.flag("relative_attention", false),
                types.contains("c2p"),
                types.contains("p2c"),
                file.flag("share_att_key", false),
                Math.max(0, file.number("position_buckets", -1, Integer.MIN_VALUE, ConfigFile.LARGEST)),
                farthest < 1 ? file.size("max_position_embeddings") : farthest,
                parts(file, "norm_rel_ebd", Set.of("layer_norm", "none")).contains("layer_norm"));
        if (config.buckets > 0 && (config.buckets == 1 || config.farthest - 1 <= config.buckets / 2)) {
            // The logarithms of the buckets would have no base.
            throw file.wrong("position_buckets");
        }
        return config;
    }

    /** Reads a list, or a text with bars between its parts; another word would be another model, or none. */
    private static List<String> parts(ConfigFile file, String key, Set<String> known) {
        JsonNode value = file.value(key);
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(part -> parts.add(part.isTextual() ? part.asText() : part.toString()));
        } else {
            for (String part : file.text(key, "").toLowerCase(Locale.ROOT).split("\\|", -1)) {
                parts.add(part.strip());
            }
            parts.removeIf(String::isEmpty);
        }
        if (!known.containsAll(parts)) {
            throw file.wrong(key);
        }
        return parts;
    }

    @Override
    public int parts() {
        return 1 + (contentToPosition ? 1 : 0) + (positionToContent ? 1 : 0);
    }

    /** Returns the number of rows in one direction. */
    private int span() {
        return buckets > 0 ? buckets : farthest;
    }

    @Override
    public Optional<DistanceTable> table(CheckpointConfig config, Weights weights) {
        if (!relative) {
            return Optional.empty();
        }
        NDArray table = weights.take("deberta.encoder.rel_embeddings.weight", 2L * span(), config.hidden());
        if (normed) {
            table = weights.norm("deberta.encoder.LayerNorm", config.hidden(), config.epsilon())
                    .apply(table);
        }
        return Optional.of(new DistanceTable(table, this::rows));
    }

    private long[] rows(NDManager scope, int tokens) {
        int near = buckets / 2;
        float[] far = buckets == 0
                ? new float[tokens]
                : LogBuckets.logarithms(scope, tokens, near, (double) (farthest - 1) / near, near - 1);
        long[] rows = new long[2 * tokens - 1];
        for (int distance = 0; distance < tokens; distance++) {
            long bucket = buckets == 0 || distance <= near ? distance : (long) Math.ceil(far[distance]) + near;
            rows[tokens - 1 + distance] = Math.min(span() + bucket, 2L * span() - 1);
            rows[tokens - 1 - distance] = Math.max(span() - bucket, 0);
        }
        return rows;
    }

    @Override
    public DistanceScores layer(CheckpointConfig config, Weights weights, String prefix, Linear query, Linear key) {
        int width = config.hidden();
        boolean own = relative && !shared;
        String self = prefix + "attention.self.";
        return new Disentangled(
                contentToPosition
                        ? Optional.of(own ? weights.linear(self + "pos_key_proj", width, width) : key)
                        : Optional.empty(),
                positionToContent
                        ? Optional.of(own ? weights.linear(self + "pos_query_proj", width, width) : query)
                        : Optional.empty());
    }
}
