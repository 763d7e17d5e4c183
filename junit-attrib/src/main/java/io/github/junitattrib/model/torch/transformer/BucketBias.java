package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.SparseFormat;
import io.github.junitattrib.model.torch.checkpoint.ConfigFile;
import java.util.Optional;

/** The relative positions of MPNet: a learned number for each head and bucket of distances, the same in all layers. */
final class BucketBias implements DistanceScores {

    private static final int BUCKETS = 32;
    private static final int FARTHEST = 128;

    /**
     * What config.json says of them.
     *
     * @param rows of the table, of which the family's code uses the first 32
     */
    record Config(int rows) implements RelativeAttention {

        static Config read(ConfigFile file) {
            return new Config(file.number("relative_attention_num_buckets", BUCKETS, BUCKETS, ConfigFile.LARGEST));
        }

        @Override
        public int parts() {
            return 1;
        }

        @Override
        public Optional<DistanceTable> table(CheckpointConfig config, Weights weights) {
            NDArray table = weights.take("mpnet.encoder.relative_attention_bias.weight", rows, config.heads());
            return Optional.of(new DistanceTable(table, BucketBias::rows));
        }

        @Override
        public DistanceScores layer(CheckpointConfig config, Weights weights, String prefix, Linear query, Linear key) {
            return new BucketBias();
        }
    }

    /** One half of the buckets for keys before the query, one for those behind; in each, exact ones come first. */
    private static long[] rows(NDManager scope, int tokens) {
        int half = BUCKETS / 2;
        int exact = half / 2;
        float[] far = LogBuckets.logarithms(scope, tokens, exact, (double) FARTHEST / exact, half - exact);
        long[] rows = new long[2 * tokens - 1];
        for (int distance = 0; distance < tokens; distance++) {
            long bucket = distance < exact ? distance : Math.min(exact + (long) far[distance], half - 1);
            rows[tokens - 1 + distance] = bucket;
            rows[tokens - 1 - distance] = distance == 0 ? bucket : half + bucket;
        }
        return rows;
    }

    @Override
    public NDArray add(NDArray scores, NDArray q, NDArray k, NDArray scale, Distances distances) {
        NDArray index = distances.index().get(new NDIndex("0:{}", q.getShape().get(2))); // [N,T]
        NDArray bias = ai.djl.nn.core.Embedding.embedding(index, distances.rows(), SparseFormat.DENSE)
                .singletonOrThrow(); // [N,T,H]
        return scores.add(bias.transpose(2, 0, 1));
    }
}
