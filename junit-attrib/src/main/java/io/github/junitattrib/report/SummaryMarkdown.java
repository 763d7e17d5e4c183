package io.github.junitattrib.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes summary.md: totals and failures for the summary of a CI job. */
final class SummaryMarkdown {

    /** GitHub refuses a step's summary beyond 1 MiB; another tool may have written to the same one. */
    static final int MOST_BYTES = 900 * 1024;

    /** Head of the table, and the line about what was left out. */
    private static final int RESERVED = 256;

    private SummaryMarkdown() {}

    static String of(RunIndex index) {
        return of(index, MOST_BYTES);
    }

    /** Leaves out what would make it longer than a number of bytes of UTF-8. */
    static String of(RunIndex index, int mostBytes) {
        StringBuilder summary = new StringBuilder("## Attribution tests\n\n").append(totals(index));
        index.trend()
                .ifPresent(trend ->
                        summary.append("\n").append(escaped(trend.sentence())).append("\n"));
        List<IndexEntry> failures = index.entries().stream()
                .filter(entry -> entry.status() != TestStatus.PASSED)
                .toList();
        int left = mostBytes - bytes(summary.toString()) - RESERVED;
        int shown = 0;
        StringBuilder rows = new StringBuilder("\n| Status | Test | Message |\n| --- | --- | --- |\n");
        for (IndexEntry failure : failures) {
            String row = row(failure, index.change(failure));
            if (bytes(row) <= left) {
                left -= bytes(row);
                rows.append(row);
                shown++;
            }
        }
        if (shown > 0) {
            summary.append(rows);
        }
        if (shown < failures.size()) {
            summary.append("\n")
                    .append(failures.size() - shown)
                    .append(" more did not fit here: see index.html of the report.\n");
        }
        for (String note : index.notes()) {
            String line = "\nNote: " + escaped(note) + "\n";
            if (bytes(line) <= left) {
                left -= bytes(line);
                summary.append(line);
            }
        }
        return bytes(summary.toString()) <= mostBytes ? summary.toString() : "";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String totals(RunIndex index) {
        String parts = index.totals().entrySet().stream()
                .filter(total -> total.getValue() > 0)
                .map(total ->
                        total.getValue() + " " + StatusView.of(total.getKey()).word(total.getValue()))
                .collect(Collectors.joining(", "));
        int tests = index.entries().size();
        int passed = index.passed().size();
        return tests + (tests == 1 ? " test" : " tests") + " with a report" + (parts.isEmpty() ? "" : ": " + parts)
                + (passed == 0 ? "" : "; " + passed + " passed without one") + ".\n";
    }

    private static String row(IndexEntry entry, Optional<Change> change) {
        String simple = entry.className().substring(entry.className().lastIndexOf('.') + 1);
        String invocation = Stream.concat(
                        entry.variant().stream(),
                        entry.invocation() <= 1 ? Stream.empty() : Stream.of(entry.invocation()))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return "| " + entry.view().sign() + " " + entry.view().word()
                + change.map(known -> " (" + known.words() + ")").orElse("") + " | "
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
