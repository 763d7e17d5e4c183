package io.github.junitattrib.assertj.error;

import io.github.junitattrib.assertj.error.CaseResult.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the texts of a corpus came out: the number of each kind, and the first few that do not pass. */
public final class CaseResults {

    private static final int LISTED = 5;

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, List<CaseResult>> first = new EnumMap<>(Kind.class);

    /** Begins without a text. */
    public CaseResults() {}

    /**
     * Takes results at once.
     *
     * @param all one for each text
     * @return all of them
     */
    public static CaseResults of(List<CaseResult> all) {
        CaseResults results = new CaseResults();
        all.forEach(results::add);
        return results;
    }

    /**
     * Adds the result of a text.
     *
     * @param result how it came out
     */
    public void add(CaseResult result) {
        counts.merge(result.kind(), 1L, Long::sum);
        List<CaseResult> kept = first.computeIfAbsent(result.kind(), kind -> new ArrayList<>());
        if (kept.size() < LISTED) {
            kept.add(result);
        }
    }

    /**
     * Counts the texts of a kind.
     *
     * @param kind how they came out
     * @return how many
     */
    public long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /**
     * Counts all texts.
     *
     * @return how many
     */
    public long size() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Counts the texts that the requirement applies to and no assumption leaves out.
     *
     * @return how many
     */
    public long applicable() {
        return size() - count(Kind.NOT_APPLICABLE) - count(Kind.SKIPPED);
    }

    /**
     * Returns the worst texts: first those that fail, then those that nobody can tell of.
     *
     * @return five at most, none of which passes
     */
    public List<CaseResult> worst() {
        return Stream.of(Kind.FAIL, Kind.INCONCLUSIVE, Kind.NOT_APPLICABLE, Kind.SKIPPED)
                .flatMap(kind -> first.getOrDefault(kind, List.of()).stream())
                .limit(LISTED)
                .toList();
    }
}
