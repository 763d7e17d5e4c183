package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.Difference;
import io.github.junitattrib.Marked;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A report that has texts wherever it can have one. */
public final class HostileReport {

    private HostileReport() {}

    /**
     * Returns a report.
     *
     * @param text to be explained
     * @param name of what explains
     * @param said in checks and messages
     * @param cell in a matrix
     */
    public static TestReport of(String text, String name, String said, String cell) {
        Span all = new Span(0, text.length());
        // Which line of a message is the first, and how many words an order has, depends on line ends.
        String line = "x" + said.replaceAll("\\R", " ");
        CheckRecord check = new CheckRecord(
                0,
                said,
                List.of(said),
                said,
                Verdict.FAIL,
                line,
                List.of(all),
                List.of(new Marked(all, "x" + said)),
                Optional.of(new Difference(line, "y" + line)),
                Optional.empty());
        return new TestReport(
                new TestCase("a" + name, "b" + name, List.of(2), Optional.of("v" + name), name),
                TestStatus.FAILED,
                line + "\ny" + said,
                List.of(attribution(text, "one " + name, cell), attribution(text, "other " + name, cell)),
                List.of(check),
                Map.of(text, new CaseNote(Optional.of("gold" + name), "case" + name)),
                List.of(new ScoreMatrix(cell, name, said, List.of(cell), List.of("c" + text), List.of(List.of(1.0)))),
                OptionalDouble.empty());
    }

    private static Attribution attribution(String text, String name, String piece) {
        int cut = text.length() / 2;
        List<TokenScore> tokens = List.of(
                new TokenScore("c" + piece, Optional.empty(), OptionalInt.empty(), true, 0.1, 0.01),
                new TokenScore("d" + piece, Optional.of(new Span(0, cut)), OptionalInt.of(0), false, 0.5, 0.01),
                new TokenScore(
                        "e" + piece, Optional.of(new Span(cut, text.length())), OptionalInt.of(0), false, 0.2, 0.01));
        return new Attribution(
                text,
                tokens,
                new TargetScore.OfClass(1, "l" + name),
                Prediction.ofLogits(List.of("k" + name, "l" + name), new double[] {0, 1}),
                0.8,
                0,
                new Convergence(false, 3, 0.01, "r" + name, Examples.path()),
                new MethodFacts("m" + name, Map.of("p" + name, piece)),
                new ModelFacts(name, piece, text, Optional.of(name)));
    }
}
