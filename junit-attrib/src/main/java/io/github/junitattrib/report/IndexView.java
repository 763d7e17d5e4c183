package io.github.junitattrib.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the index shows, as text ready to be escaped.
 *
 * @param run id of the run
 * @param totals how many tests ended in each way that occurred
 * @param passed how many passed and have no report
 * @param trend how it differs from the previous run
 * @param packages the same totals for each package; empty if there is only one
 * @param corpora what was judged of many texts
 * @param tests all tests with a report, those that need a look first
 * @param hasSeconds whether it was measured of any how long it took
 * @param notes files that could not be read
 * @param gate whether the run has a release gate
 */
record IndexView(
        String run,
        List<Total> totals,
        int passed,
        Optional<TrendView> trend,
        List<PackageRow> packages,
        List<CorporaView.Section> corpora,
        List<Row> tests,
        boolean hasSeconds,
        List<String> notes,
        boolean gate) {

    static IndexView of(RunIndex index, CorporaView corpora, boolean gate) {
        return new IndexView(
                VisibleText.inLine(index.run()),
                totals(index.totals()),
                index.passed().size(),
                index.trend().map(TrendView::of),
                packages(index),
                corpora.sections(),
                index.entries().stream().map(entry -> row(index, entry)).toList(),
                index.entries().stream().anyMatch(entry -> entry.seconds().isPresent()),
                index.notes().stream().map(VisibleText::inLine).toList(),
                gate);
    }

    private static List<Total> totals(Map<TestStatus, Integer> totals) {
        return totals.entrySet().stream()
                .filter(total -> total.getValue() > 0)
                .map(total -> new Total(StatusView.of(total.getKey()), total.getValue()))
                .toList();
    }

    /** Those with failures first, then by name. */
    private static List<PackageRow> packages(RunIndex index) {
        Map<String, Map<TestStatus, Integer>> byName = new TreeMap<>();
        Stream.concat(index.entries().stream(), index.passed().stream())
                .forEach(entry -> byName.computeIfAbsent(packageOf(entry), unused -> new EnumMap<>(TestStatus.class))
                        .merge(entry.status(), 1, Integer::sum));
        if (byName.size() < 2) {
            return List.of();
        }
        List<PackageRow> rows = new ArrayList<>();
        byName.forEach((name, counts) -> rows.add(new PackageRow(
                name.isEmpty() ? "(no package)" : VisibleText.inLine(name),
                totals(counts),
                counts.entrySet().stream()
                        .filter(count -> count.getKey().isFailure())
                        .mapToInt(Map.Entry::getValue)
                        .sum())));
        rows.sort(Comparator.comparingInt((PackageRow row) -> -Math.min(1, row.failures())));
        return rows;
    }

    private static String packageOf(IndexEntry entry) {
        return entry.className().substring(0, Math.max(0, entry.className().lastIndexOf('.')));
    }

    private static Row row(RunIndex index, IndexEntry entry) {
        String name = entry.className();
        int simple = name.lastIndexOf('.') + 1;
        return new Row(
                entry.view(),
                VisibleText.inLine(entry.module()),
                VisibleText.inLine(name.substring(0, simple)),
                VisibleText.inLine(name.substring(simple)),
                VisibleText.inLine(entry.method()),
                InvocationLabel.of(entry.invocation(), entry.variant()),
                VisibleText.inLine(entry.headline()),
                index.change(entry).map(Change::words).orElse(""),
                entry.seconds().isPresent()
                        ? CountFormat.seconds(entry.seconds().getAsDouble())
                        : "",
                entry.link());
    }

    String library() {
        return Library.NAME;
    }

    IndexScript script() {
        return IndexScript.INSTANCE;
    }

    /**
     * A number of tests.
     *
     * @param status how they ended
     * @param count how many
     */
    record Total(StatusView status, int count) {}

    /**
     * The tests of a package.
     *
     * @param name the package
     * @param totals how many ended in each way that occurred
     * @param failures how many need a look
     */
    record PackageRow(String name, List<Total> totals, int failures) {}

    /**
     * How the run differs from the previous one.
     *
     * @param previous id of the previous run
     * @param newFailures how many fail and did not
     * @param stillFailing how many fail again
     * @param fixed how many failed and pass
     * @param fixedWithoutReport which of these have no report
     * @param gone which failed and did not run
     */
    record TrendView(
            String previous,
            int newFailures,
            int stillFailing,
            int fixed,
            List<String> fixedWithoutReport,
            List<String> gone) {

        static TrendView of(Trend trend) {
            return new TrendView(
                    VisibleText.inLine(trend.previous()),
                    trend.count(Change.NEW_FAILURE),
                    trend.count(Change.STILL_FAILING),
                    trend.count(Change.FIXED),
                    trend.fixedWithoutReport(),
                    trend.gone());
        }
    }

    /**
     * A test.
     *
     * @param status how it ended
     * @param module which of several modules it belongs to; empty text in the index of one
     * @param packageName package with a dot at its end
     * @param simpleName class without package
     * @param method name of the method
     * @param invocation which of several invocations; empty text for the only one
     * @param headline first line of its message
     * @param change how it differs from the previous run; empty text if it does not
     * @param seconds how long it took; empty text if that was not measured
     * @param link link to its page
     */
    record Row(
            StatusView status,
            String module,
            String packageName,
            String simpleName,
            String method,
            String invocation,
            String headline,
            String change,
            String seconds,
            String link) {}
}
