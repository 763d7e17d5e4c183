package io.github.junitattrib.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a run differs from the one before.
 *
 * @param previous id of the run before
 * @param changes by the names of tests that fail or failed
 * @param fixedWithoutReport titles of those that failed before, passed, and have no report now
 * @param gone titles of those that failed before and did not run now
 */
record Trend(String previous, Map<String, Change> changes, List<String> fixedWithoutReport, List<String> gone) {

    static Trend between(Previous previous, List<IndexEntry> entries, List<IndexEntry> passed) {
        Map<String, Change> changes = new LinkedHashMap<>();
        Set<String> gone = new LinkedHashSet<>(previous.failing().keySet());
        Stream.concat(entries.stream(), passed.stream())
                .forEach(entry -> Change.between(gone.remove(entry.name()), entry.status())
                        .ifPresent(change -> changes.put(entry.name(), change)));
        return new Trend(
                previous.run(),
                changes,
                passed.stream()
                        .filter(entry -> changes.containsKey(entry.name()))
                        .map(IndexEntry::title)
                        .toList(),
                gone.stream().map(previous.failing()::get).toList());
    }

    int count(Change change) {
        return (int) changes.values().stream().filter(change::equals).count();
    }

    /** The numbers in words. */
    String sentence() {
        String sentence = "Since run " + previous + ": "
                + count(Change.NEW_FAILURE) + (count(Change.NEW_FAILURE) == 1 ? " new failure, " : " new failures, ")
                + count(Change.STILL_FAILING) + " still failing, "
                + count(Change.FIXED) + " fixed";
        return sentence + (gone.isEmpty() ? "." : ", " + gone.size() + " that failed did not run.");
    }
}
