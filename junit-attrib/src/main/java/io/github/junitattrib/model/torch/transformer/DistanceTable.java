package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.util.Arrays;

/** A table with a row for every distance of two tokens, or for a bucket of them. */
final class DistanceTable {

    private final NDArray table; // [R,X]
    private final Buckets buckets;

    DistanceTable(NDArray table, Buckets buckets) {
        this.table = table;
        this.buckets = buckets;
    }

    /** Which row belongs to which distance. */
    interface Buckets {

        /**
         * Returns the rows of all distances in a text of T tokens.
         *
         * @return [2T−1]: the row of distance d, position of the query minus that of the key, is at d + T − 1
         */
        long[] rows(NDManager scope, int tokens);
    }

    /** Looks up all pairs of a text of T tokens. */
    Distances of(NDManager scope, int tokens) {
        long[] rows = buckets.rows(scope, tokens);
        long first = Arrays.stream(rows).min().orElseThrow();
        long last = Arrays.stream(rows).max().orElseThrow();
        long[] index = new long[tokens * tokens];
        for (int query = 0; query < tokens; query++) {
            for (int key = 0; key < tokens; key++) {
                index[query * tokens + key] = rows[query - key + tokens - 1] - first;
            }
        }
        return new Distances(
                table.get(new NDIndex("{}:{}", first, last + 1)),
                TorchRuntime.ids(scope, index).reshape(tokens, tokens));
    }
}
