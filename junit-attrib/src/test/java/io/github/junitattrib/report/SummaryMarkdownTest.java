package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryMarkdownTest {

    private static final int LIMIT = 900 * 1024;

    @Test
    void staysWithinItsLimitAndSaysHowManyDidNotFit() {
        List<IndexEntry> failures = IntStream.range(0, 3000)
                .mapToObj(i -> failure("m" + i, Optional.empty(), "\u05D0".repeat(500)))
                .toList();

        String summary = SummaryMarkdown.of(index(failures));

        assertThat(summary.getBytes(StandardCharsets.UTF_8).length).isBetween(LIMIT - 3000, LIMIT);
        long rows = rows(summary);
        assertThat(rows).isBetween(800L, 900L);
        assertThat(summary)
                .contains("| T.m0 |", "| T.m799 |")
                .endsWith("\n" + (3000 - rows) + " more did not fit here: see index.html of the report.\n");
    }

    @Test
    void aRowThatDoesNotFitLeavesTheOthersTheirPlace() {
        String summary = SummaryMarkdown.of(index(List.of(
                failure("large", Optional.of("v".repeat(LIMIT)), "Expected."),
                failure("small", Optional.empty(), "Expected."),
                failure("larger", Optional.of("v".repeat(2 * LIMIT)), "Expected."),
                failure("last", Optional.empty(), "Expected."))));

        assertThat(summary)
                .contains("| T.small | Expected. |", "| T.last | Expected. |")
                .doesNotContain("large (")
                .endsWith("\n2 more did not fit here: see index.html of the report.\n");
    }

    @Test
    void aNoteThatDoesNotFitLeavesTheOthersTheirPlace() {
        RunIndex index = index(List.of(failure("x", Optional.empty(), "Expected.")))
                .noting("n".repeat(LIMIT))
                .noting("Short.");

        assertThat(SummaryMarkdown.of(index)).endsWith("| Expected. |\n\nNote: Short.\n");
    }

    private static long rows(String summary) {
        return summary.lines().filter(line -> line.startsWith("| \u2715")).count();
    }

    private static IndexEntry failure(String method, Optional<String> variant, String headline) {
        return new IndexEntry(
                "com.acme.T",
                method,
                1,
                variant,
                TestStatus.FAILED,
                headline,
                OptionalDouble.empty(),
                "com.acme.T/" + method + "-1.json");
    }

    private static RunIndex index(List<IndexEntry> failures) {
        return new RunIndex("run", failures, List.of(), List.of(), Optional.empty(), List.of());
    }
}
