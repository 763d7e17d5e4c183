package io.github.junitattrib.gate;

import java.util.Map;
import java.util.function.ToLongFunction;

/** Forgets what was counted least, so that a count of anything keeps within bounds. */
final class Rarest {

    private Rarest() {}

    /**
     * Forgets nothing while the counts are few enough, and else about half of them at once, so that it is seldom done.
     *
     * @param most how many are kept
     * @return how many were forgotten
     */
    static <V> int forget(Map<?, V> counts, ToLongFunction<V> count, int most) {
        int before = counts.size();
        if (before <= most) {
            return 0;
        }
        long[] sorted = counts.values().stream().mapToLong(count).sorted().toArray();
        long limit = sorted[before / 2];
        counts.values().removeIf(one -> count.applyAsLong(one) < limit);
        // Where most are as rare as each other, nothing tells which of them to keep.
        if (counts.size() > most / 2 + 1) {
            counts.values().removeIf(one -> count.applyAsLong(one) == limit);
        }
        return before - counts.size();
    }
}
