package io.github.junitattrib.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes summary.md: totals and failures for the summary of a CI job. */
final class SummaryMarkdown {

    /** GitHub refuses a step's summary beyond 1 MiB; another tool may have written to the same one. */
    static final int MOST_BYTES = 900 * 1024;

    private SummaryMarkdown() {}

    static String of(RunIndex index) {
        StringBuilder summary = new StringBuilder("## Attribution tests\n\n").append(totals(index));
        List<IndexEntry> failures = index.entries().stream()
                .filter(entry -> entry.status() != TestStatus.PASSED)
                .toList();
        if (!failures.isEmpty()) {
            summary.append("\n| Status | Test | Message |\n| --- | --- | --- |\n");
        }
        int bytes = 0;
        int shown = 0;
        for (IndexEntry failure : failures) {
            String row = row(failure);
            bytes += row.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            summary.append(row);
            shown++;
        }
        if (shown < failures.size()) {
            summary.append("\n")
                    .append(failures.size() - shown)
                    .append(" more did not fit here: see index.html of the report.\n");
        }
        index.notes()
                .forEach(
                        note -> summary.append("\nNote: ").append(escaped(note)).append("\n"));
        return summary.toString();
    }

    private static String totals(RunIndex index) {
        String parts = index.totals().entrySet().stream()
                .filter(total -> total.getValue() > 0)
                .map(total ->
                        total.getValue() + " " + StatusView.of(total.getKey()).word(total.getValue()))
                .collect(Collectors.joining(", "));
        int tests = index.entries().size();
        return tests + (tests == 1 ? " test" : " tests") + " with a report" + (parts.isEmpty() ? "" : ": " + parts)
                + ".\n";
    }

    private static String row(IndexEntry entry) {
        String simple = entry.className().substring(entry.className().lastIndexOf('.') + 1);
        String invocation = Stream.concat(
                        entry.variant().stream(),
                        entry.invocation() == 1 ? Stream.empty() : Stream.of(entry.invocation()))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return "| " + entry.view().sign() + " " + entry.view().word() + " | "
                + escaped(simple + "." + entry.method() + (invocation.isEmpty() ? "" : " (" + invocation + ")")) + " | "
                + escaped(entry.headline()) + " |\n";
    }

    /** Code shows all characters as they are but those that end it or the cell. */
    static String code(String text) {
        String visible = VisibleText.inLine(text);
        return visible.isBlank() || visible.contains("`") || visible.contains("|")
                ? escaped(text)
                : "`" + visible + "`";
    }

    /** Entities survive in tables, start no markup and mention nobody. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        VisibleText.inLine(text).codePoints().forEach(codePoint -> {
            if ("\\`*_{}[]<>|#~&@!$".indexOf(codePoint) >= 0) {
                escaped.append("&#").append(codePoint).append(';');
            } else {
                escaped.appendCodePoint(codePoint);
            }
        });
        return escaped.toString();
    }
}
