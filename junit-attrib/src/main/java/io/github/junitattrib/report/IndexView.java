package io.github.junitattrib.report;

import java.util.List;

/**
 * What the index shows, as text ready to be escaped.
 *
 * @param run id of the run
 * @param totals how many tests ended in each way that occurred
 * @param tests all tests, those that need a look first
 * @param notes files that could not be read
 */
record IndexView(String run, List<Total> totals, List<Row> tests, List<String> notes) {

    static IndexView of(RunIndex index) {
        return new IndexView(
                VisibleText.inLine(index.run()),
                index.totals().entrySet().stream()
                        .filter(total -> total.getValue() > 0)
                        .map(total -> new Total(StatusView.of(total.getKey()), total.getValue()))
                        .toList(),
                index.entries().stream().map(IndexView::row).toList(),
                index.notes().stream().map(VisibleText::inLine).toList());
    }

    private static Row row(IndexEntry entry) {
        String name = entry.className();
        int simple = name.lastIndexOf('.') + 1;
        return new Row(
                entry.view(),
                VisibleText.inLine(name.substring(0, simple)),
                VisibleText.inLine(name.substring(simple)),
                VisibleText.inLine(entry.method()),
                InvocationLabel.of(entry.invocation(), entry.variant()),
                VisibleText.inLine(entry.headline()),
                entry.link());
    }

    String library() {
        return Library.NAME;
    }

    /**
     * A number of tests.
     *
     * @param status how they ended
     * @param count how many
     */
    record Total(StatusView status, int count) {}

    /**
     * A test.
     *
     * @param status how it ended
     * @param packageName package with a dot at its end
     * @param simpleName class without package
     * @param method name of the method
     * @param invocation which of several invocations; empty text for the only one
     * @param headline first line of its message
     * @param link link to its page
     */
    record Row(
            StatusView status,
            String packageName,
            String simpleName,
            String method,
            String invocation,
            String headline,
            String link) {}
}
