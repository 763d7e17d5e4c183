package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.ScoreMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the page of a test shows, as text ready to be escaped.
 *
 * @param className fully qualified name of the test class
 * @param method name of the method
 * @param invocation which of several invocations; empty text for the only one
 * @param status how the test ended
 * @param headline first line of the failure message; empty text if it passed
 * @param details the rest of the message, several lines
 * @param failed the checks that did not pass, with what they expected
 * @param comparisons attributions that belong together, side by side
 * @param maps word × layer, word × word
 * @param attributions what the test computed
 * @param several whether it computed several, shown or not
 * @param attributionsLeftOut says how many of them are not shown; empty text if all are
 * @param mapsLeftOut the same of maps
 * @param checks what it checked
 * @param checksLeftOut says how many of them are not shown; empty text if all are
 * @param rerun command that runs it alone
 * @param gate whether it judged a release gate, which has a page of its own
 * @param links where the page belongs
 */
record PageView(
        String className,
        String method,
        String invocation,
        StatusView status,
        String headline,
        String details,
        List<FailedCheckView> failed,
        List<ComparisonView> comparisons,
        List<MapView> maps,
        List<AttributionView> attributions,
        boolean several,
        String attributionsLeftOut,
        String mapsLeftOut,
        List<CheckView> checks,
        String checksLeftOut,
        String rerun,
        boolean gate,
        PageLinks links) {

    private static final int MOST_MAPS = 4;

    static PageView of(TestReport report, PageLinks links, PageLimits limits) {
        TestCase test = report.test();
        List<Attribution> all = report.attributions();
        List<CheckRecord> checks = PageLimits.first(
                report.checks(), limits.checks(), Comparator.comparing((CheckRecord check) -> !check.failed()));
        List<Integer> shown = shown(report, checks, limits.attributions());
        AttributionGroups groups = new AttributionGroups(all, shown);
        LayerMaps layers = new LayerMaps(all);
        List<ScoreMatrix> matrices = Stream.concat(layers.matrices().stream(), report.matrices().stream())
                .toList();
        return new PageView(
                limits.line(test.className()),
                limits.line(test.method()),
                limits.line(InvocationLabel.of(test.invocation(), test.variant())),
                StatusView.of(report.status()),
                limits.line(Headline.of(report.failure())),
                limits.message(Headline.rest(report.failure())),
                checks.stream()
                        .filter(CheckRecord::failed)
                        .map(check -> FailedCheckView.of(check, all.size(), limits))
                        .toList(),
                comparisons(all, groups, layers, limits),
                matrices.stream()
                        .limit(MOST_MAPS)
                        .map(matrix -> MapView.of(matrix, limits))
                        .toList(),
                shown.stream()
                        .map(number -> AttributionView.of(number, report, groups, marks(checks, number), limits))
                        .toList(),
                all.size() > 1,
                PageLimits.leftOut(all.size() - shown.size(), "attribution", "attributions"),
                PageLimits.leftOut(matrices.size() - MOST_MAPS, "map", "maps"),
                checks.stream()
                        .map(check -> CheckView.of(check, all.size(), limits))
                        .toList(),
                PageLimits.leftOut(report.checks().size() - checks.size(), "check", "checks"),
                limits.line(test.rerunCommand()),
                report.checks().stream().anyMatch(PageView::isGate),
                links);
    }

    /** A gate that a test gives by itself is on no page but this. */
    private static boolean isGate(CheckRecord check) {
        return check.kind().equals("passesGate") && check.arguments().isEmpty();
    }

    /** Those that a failed check judged are shown before others are, all in the order of the test. */
    private static List<Integer> shown(TestReport report, List<CheckRecord> checks, int most) {
        Set<Integer> judged = checks.stream()
                .filter(CheckRecord::failed)
                .map(CheckRecord::attribution)
                .collect(Collectors.toCollection(HashSet::new));
        List<Integer> all =
                IntStream.range(0, report.attributions().size()).boxed().toList();
        return PageLimits.first(all, most, Comparator.comparing((Integer number) -> !judged.contains(number)));
    }

    private static List<ComparisonView> comparisons(
            List<Attribution> all, AttributionGroups groups, LayerMaps layers, PageLimits limits) {
        List<ComparisonView> comparisons = new ArrayList<>();
        for (List<Integer> group : groups.groups()) {
            List<Integer> numbers =
                    group.stream().filter(number -> !layers.has(number)).toList();
            if (numbers.size() > 1) {
                comparisons.add(new Comparison(all, numbers, groups, limits).view());
            }
        }
        return List.copyOf(comparisons);
    }

    private static Marks marks(List<CheckRecord> checks, int attribution) {
        return Marks.of(checks.stream()
                .filter(check -> check.attribution() == attribution)
                .toList());
    }

    String run() {
        return VisibleText.inLine(links.run());
    }

    String library() {
        return Library.NAME;
    }
}
