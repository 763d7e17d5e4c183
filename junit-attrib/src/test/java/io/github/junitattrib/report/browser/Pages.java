package io.github.junitattrib.report.browser;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Difference;
import io.github.junitattrib.Marked;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.report.CaseNote;
import io.github.junitattrib.report.CheckRecord;
import io.github.junitattrib.report.CorpusRecord;
import io.github.junitattrib.report.CorpusRecord.Bin;
import io.github.junitattrib.report.CorpusRecord.Counts;
import io.github.junitattrib.report.CorpusRecord.Slice;
import io.github.junitattrib.report.CorpusRecord.Worst;
import io.github.junitattrib.report.Examples;
import io.github.junitattrib.report.HostileReport;
import io.github.junitattrib.report.HostileTexts;
import io.github.junitattrib.report.ReportOptions;
import io.github.junitattrib.report.ReportWriter;
import io.github.junitattrib.report.TestCase;
import io.github.junitattrib.report.TestReport;
import io.github.junitattrib.report.TestStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reports to look at: of a run with all that an index can show, and of very many tests. */
final class Pages {

    /** Ends of attributes, elements, comments and scripts: whatever of it is not escaped runs. */
    static final String HOSTILE =
            "<script>window.hacked = 1; alert('hacked')</script> \"><img src=x onerror=\"window.hacked = 2\">"
                    + " ' onmouseover='window.hacked=3 </title></style><svg onload=window.hacked=4> ]]> --> ${7*7}";

    private Pages() {}

    /** Writes a run after another one, with failures, packages, a corpus and a text that tries to break out. */
    static Path typical(Path directory) throws IOException {
        Path before = directory.resolve("before");
        ReportWriter first = new ReportWriter(before, "first");
        write(first, "com.acme.reviews.RankingTest", "broken", TestStatus.FAILED, "Expected \"great\" first.");
        write(first, "com.acme.reviews.RankingTest", "repaired", TestStatus.FAILED, "Expected \"dull\" first.");
        first.writeIndex();
        Path reports = directory.resolve("reports");
        ReportWriter writer = new ReportWriter(
                reports,
                "second",
                new ReportOptions(Optional.of(before.resolve("summary.json")), false, Optional.empty()));
        write(writer, "com.acme.reviews.RankingTest", "broken", TestStatus.FAILED, "Expected \"great\" first.");
        write(writer, "com.acme.reviews.RankingTest", "repaired", TestStatus.PASSED, "");
        write(writer, "com.acme.reviews.RankingTest", "hostile", TestStatus.FAILED, "Found " + HOSTILE);
        write(writer, "com.acme.models.LoadingTest", "missing", TestStatus.ERROR, "There is no model.");
        write(writer, "com.acme.models.LoadingTest", "unclear", TestStatus.INCONCLUSIVE, "Cannot tell.");
        writer.write(corpus());
        writer.passed(new TestCase("com.acme.models.LoadingTest", "quiet", 1, "quiet"), OptionalDouble.of(0.25));
        writer.writeIndex();
        return reports;
    }

    /** Writes a failing test that compares two models, shows a map and has words in every colour; returns its page. */
    static Path rich(Path reports) {
        String text = "a b c d e f g h i";
        Attribution one = Examples.attribution(text, 0.4, 0.3, 0.2, 0.1, 0, -0.1, -0.2, -0.3, -0.4);
        Attribution other = Examples.attribution(text, -0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4)
                .withModel(new ModelFacts("candidate", "cpu", "float32"));
        List<String> actual = List.of(text.split(" "));
        List<String> expected = new ArrayList<>(actual);
        Collections.swap(expected, 0, 1);
        TestCase test = new TestCase("com.acme.reviews.RichTest", "shows", 1, "rich");
        ReportWriter writer = new ReportWriter(reports, "run");
        writer.write(new TestReport(
                test,
                TestStatus.FAILED,
                "Expected \"b\" to rank above \"a\".\n\n  rank  word\n     1  a\n     2  b",
                List.of(one, other),
                List.of(new CheckRecord(
                        0,
                        "ranksAbove",
                        List.of("\"b\"", "\"a\""),
                        "ranks(\"b\").above(\"a\")",
                        Verdict.FAIL,
                        "Expected \"b\" to rank above \"a\".",
                        List.of(new Span(2, 3), new Span(0, 1)),
                        List.of(
                                new Marked(new Span(2, 3), "expected above \"a\""),
                                new Marked(new Span(0, 1), "expected below \"b\"")),
                        Optional.of(new Difference(String.join("\n", expected), String.join("\n", actual))),
                        Optional.empty())),
                Map.of(text, new CaseNote(Optional.of("NEGATIVE"), "reviews.jsonl, line 12")),
                Collections.nCopies(
                        2,
                        new ScoreMatrix(
                                "Attention",
                                "from",
                                "to",
                                List.of("a", "b"),
                                List.of("a", "b", "c"),
                                List.of(List.of(1.0, -1.0, 0.5), List.of(-0.5, 0.0, 0.25)))),
                OptionalDouble.empty()));
        writer.writeIndex();
        return writer.pageOf(test);
    }

    /** Writes failing tests with hostile texts wherever a report has one; returns the pages. */
    static List<Path> hostile(Path reports, int tests) {
        HostileTexts texts = new HostileTexts();
        ReportWriter writer = new ReportWriter(reports, "run " + HOSTILE, ReportOptions.NONE);
        List<Path> pages = new ArrayList<>();
        for (int i = 0; i < tests; i++) {
            TestReport report = HostileReport.of(texts.next(), texts.next(), texts.next(), texts.next());
            writer.write(report);
            pages.add(writer.pageOf(report.test()));
        }
        writer.writeIndex();
        return pages;
    }

    private static void write(ReportWriter writer, String type, String method, TestStatus status, String message) {
        TestCase test = new TestCase(type, method, 1, method);
        String text = method.equals("hostile") ? HOSTILE : "He said the film was great .";
        writer.write(new TestReport(
                test,
                status,
                message,
                List.of(Examples.attribution(text, 0.1158, 0.4210, -0.1684, 0.2105, -0.1263, 0.1083, 0.0105)),
                List.of(new CheckRecord(
                        0,
                        "hasTopToken",
                        List.of(text),
                        "hasTopToken(\"" + text + "\")",
                        status == TestStatus.PASSED ? Verdict.PASS : Verdict.FAIL,
                        message,
                        List.of(new Span(0, 2)))),
                Map.of(),
                List.of(),
                OptionalDouble.of(method.length() / 10.0)));
    }

    private static TestReport corpus() {
        CorpusRecord record = new CorpusRecord(
                "completeness gap " + HOSTILE,
                new Counts(90, 8, 2, 0),
                List.of(new Bin(0, 0.01, new Counts(90, 0, 1, 0)), new Bin(0.01, 0.02, new Counts(0, 8, 1, 0))),
                List.of(
                        new Slice("label", HOSTILE, new Counts(60, 8, 2, 0)),
                        new Slice("label", "NEGATIVE", new Counts(30, 0, 0, 0)),
                        new Slice("number of words", "1 to 5", new Counts(90, 8, 2, 0))),
                List.of(new Worst(HOSTILE, "0.02", HOSTILE)));
        return new TestReport(
                new TestCase("com.acme.reviews.CorpusTest", "gapIsSmall", 1, "corpus"),
                TestStatus.FAILED,
                "Expected the 95 % quantile to be below 0.01.",
                List.of(Examples.reporting()),
                Collections.nCopies(
                        2,
                        new CheckRecord(
                                0,
                                "hasQuantileBelow",
                                List.of("0.95"),
                                "hasQuantile(0.95).ofCompletenessGap().below(0.01)",
                                Verdict.FAIL,
                                "Expected the 95 % quantile to be below 0.01.",
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.of(record))));
    }

    /** Writes an index of very many tests, each tenth of which fails. */
    static Path large(Path reports, int tests) throws IOException {
        Path folder = Files.createDirectories(reports.resolve("com.acme.LargeTest"));
        for (int i = 0; i < tests; i++) {
            boolean failed = i % 10 == 0;
            Files.writeString(folder.resolve("case-" + i + ".json"), """
                    {"schema": 1, "run": "large", "test": {"class": "com.acme.LargeTest", "method": "keysOnTheOpinion",
                     "invocation": %d, "status": "%s", "message": %s, "variant": null, "seconds": %s},
                     "attributions": [], "assertions": []}
                    """.formatted(
                    i + 1,
                    failed ? "failed" : "passed",
                    failed ? "\"Expected \\\"great\\\" to be the top token toward POSITIVE, but it is 2nd.\"" : "null",
                    (i % 97) / 100.0));
        }
        new ReportWriter(reports, "large").writeIndex();
        return reports;
    }
}
