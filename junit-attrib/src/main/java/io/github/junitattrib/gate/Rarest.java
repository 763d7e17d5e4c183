package io.github.junitattrib.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Forgets what was counted least, so that a count of anything keeps within bounds. */
final class Rarest {

    private Rarest() {}

    /**
     * Forgets nothing while the counts are few enough, and else half of them at once, so that it is seldom done. Of those
     * that are equal, some stay.
     *
     * @param first which are forgotten first
     * @param most how many are kept
     * @return what was forgotten, in that order
     */
    static <K, V> List<V> forget(Map<K, V> counts, Comparator<V> first, int most) {
        if (counts.size() <= most) {
            return List.of();
        }
        List<Map.Entry<K, V>> forgotten = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(first))
                .limit(counts.size() / 2)
                .toList();
        List<V> values = forgotten.stream().map(Map.Entry::getValue).toList();
        forgotten.stream().map(Map.Entry::getKey).toList().forEach(counts::remove);
        return values;
    }
}
