package io.github.junitattrib.assertj.error;

import io.github.junitattrib.assertj.error.CaseResult.Kind;
import io.github.junitattrib.report.CountFormat;
import io.github.junitattrib.report.VisibleText;
import java.util.List;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a requirement that all texts of a corpus, or a share of them, should satisfy. */
public final class ShouldHoldForShare extends BasicErrorMessageFactory {

    /** So much of a text tells which it is. */
    private static final int LENGTH = 60;

    private ShouldHoldForShare(String expected, String found, String worst, String cases) {
        super(
                "Expected %s to satisfy the requirement, but %s.%s%s",
                unquotedString(expected), unquotedString(found), unquotedString(worst), unquotedString(cases));
    }

    /**
     * Says that fewer texts satisfy it than should.
     *
     * @param results how the texts came out
     * @param share the share that should satisfy it, from 0 to 1
     * @return the message
     */
    public static ErrorMessageFactory shouldHoldForShare(CaseResults results, double share) {
        long passed = results.count(Kind.PASS);
        long failed = results.count(Kind.FAIL);
        String found = share == 1
                ? results.applicable() == 1 ? "it does not" : failed + (failed == 1 ? " does not" : " do not")
                : "only " + passed + (passed == 1 ? " does" : " do") + " (" + percent(passed, results.applicable())
                        + ")";
        return new ShouldHoldForShare(expected(results, share), found, worst(results), cases(results));
    }

    /**
     * Says that inconclusive texts decide, or that the requirement applies to none.
     *
     * @param results how the texts came out
     * @param share the share that should satisfy it, from 0 to 1
     * @return the message
     */
    public static ErrorMessageFactory unclearShare(CaseResults results, double share) {
        long unclear = results.count(Kind.INCONCLUSIVE);
        String question = expected(results, share)
                + (number(results) == 1 ? " satisfies the requirement" : " satisfy the requirement");
        if (results.applicable() == 0) {
            return CannotTell.because(
                    question,
                    "it applies to none of them",
                    "Give texts that the change applies to, and that no assumption leaves out." + worst(results),
                    cases(results));
        }
        return CannotTell.because(
                question,
                unclear + (unclear == 1 ? " is" : " are") + " inconclusive and decide" + (unclear == 1 ? "s" : "")
                        + " it: " + results.count(Kind.PASS) + " of " + results.applicable() + " pass",
                worst(results).strip(),
                cases(results));
    }

    private static String expected(CaseResults results, double share) {
        long number = number(results);
        if (share == 1) {
            return number == 1 ? "the only text" : "all " + number + " texts";
        }
        return "at least " + CountFormat.limit(share) + " of " + number + (number == 1 ? " text" : " texts");
    }

    private static long number(CaseResults results) {
        return results.applicable() == 0 ? results.size() : results.applicable();
    }

    /** What is said of the first of the worst, so that one line tells what broke. */
    private static String worst(CaseResults results) {
        CaseResult worst = results.worst().get(0);
        return " In " + WordNames.quote(VisibleText.beginning(worst.text(), LENGTH)) + ": "
                + VisibleText.inLine(worst.firstLine());
    }

    private static String cases(CaseResults results) {
        List<CaseResult> shown = results.worst();
        long notPassed = results.size() - results.count(Kind.PASS);
        long skipped = results.count(Kind.SKIPPED);
        StringBuilder lines = new StringBuilder("\n\n");
        lines.append(Links.line(
                "texts",
                results.size() + ": " + results.count(Kind.PASS) + " pass, " + results.count(Kind.FAIL) + " fail, "
                        + results.count(Kind.INCONCLUSIVE) + " inconclusive, "
                        + results.count(Kind.NOT_APPLICABLE) + " not applicable"
                        + (skipped > 0 ? ", " + skipped + " skipped" : "")));
        shown.forEach(result -> lines.append('\n')
                .append(Links.line(label(result.kind()), VisibleText.inLine(result.text())))
                .append(" ".repeat(13))
                .append(VisibleText.inLine(result.firstLine()))
                .append('\n'));
        if (notPassed > shown.size()) {
            lines.append("\n  and ").append(notPassed - shown.size()).append(" more that do not pass\n");
        }
        return lines + Links.lines();
    }

    private static String label(Kind kind) {
        return switch (kind) {
            case PASS -> "passes";
            case FAIL -> "fails";
            case INCONCLUSIVE -> "unclear";
            case NOT_APPLICABLE -> "no case";
            case SKIPPED -> "skipped";
        };
    }

    private static String percent(long part, long of) {
        return CountFormat.percent((double) part / of);
    }
}
