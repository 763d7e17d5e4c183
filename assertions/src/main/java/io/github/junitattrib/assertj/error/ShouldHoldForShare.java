package io.github.junitattrib.assertj.error;

import io.github.junitattrib.assertj.error.CaseResult.Kind;
import io.github.junitattrib.report.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a requirement that all texts of a corpus, or a share of them, should satisfy. */
public final class ShouldHoldForShare extends BasicErrorMessageFactory {

    private static final int LISTED = 5;

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
     * @param results one for each text
     * @param share the share that should satisfy it, from 0 to 1
     * @return the message
     */
    public static ErrorMessageFactory shouldHoldForShare(List<CaseResult> results, double share) {
        int passed = count(results, Kind.PASS);
        int failed = count(results, Kind.FAIL);
        String found = share == 1
                ? failed + (failed == 1 ? " does not" : " do not")
                : "only " + passed + (passed == 1 ? " does" : " do") + " (" + percent(passed, applicable(results))
                        + ")";
        return new ShouldHoldForShare(expected(results, share), found, worst(results), cases(results));
    }

    /**
     * Says that inconclusive texts decide, or that the requirement applies to none.
     *
     * @param results one for each text
     * @param share the share that should satisfy it, from 0 to 1
     * @return the message
     */
    public static ErrorMessageFactory unclearShare(List<CaseResult> results, double share) {
        int unclear = count(results, Kind.INCONCLUSIVE);
        String question = expected(results, share) + " satisfy the requirement";
        if (applicable(results) == 0) {
            return CannotTell.because(
                    question,
                    "it applies to none of them",
                    "Give texts that the change applies to, and that no assumption leaves out." + worst(results),
                    cases(results));
        }
        return CannotTell.because(
                question,
                unclear + (unclear == 1 ? " is" : " are") + " inconclusive and decide" + (unclear == 1 ? "s" : "")
                        + " it: " + count(results, Kind.PASS) + " of " + applicable(results) + " pass",
                worst(results).strip(),
                cases(results));
    }

    private static String expected(List<CaseResult> results, double share) {
        int number = applicable(results) == 0 ? results.size() : applicable(results);
        return share == 1 ? "all " + number + " texts" : "at least " + percent(share) + " of " + number + " texts";
    }

    private static int applicable(List<CaseResult> results) {
        return results.size() - count(results, Kind.NOT_APPLICABLE) - count(results, Kind.SKIPPED);
    }

    private static int count(List<CaseResult> results, Kind kind) {
        return (int) results.stream().filter(result -> result.kind() == kind).count();
    }

    /** What is said of the first of the worst, so that one line tells what broke. */
    private static String worst(List<CaseResult> results) {
        CaseResult worst = notPassed(results).get(0);
        return " In " + WordNames.quote(shortened(worst.text())) + ": " + VisibleText.inLine(worst.firstLine());
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) > LENGTH
                ? text.substring(0, text.offsetByCodePoints(0, LENGTH)) + "…"
                : text;
    }

    /** The worst first. */
    private static List<CaseResult> notPassed(List<CaseResult> results) {
        return Stream.of(Kind.FAIL, Kind.INCONCLUSIVE, Kind.NOT_APPLICABLE, Kind.SKIPPED)
                .flatMap(kind -> results.stream().filter(result -> result.kind() == kind))
                .toList();
    }

    private static String cases(List<CaseResult> results) {
        List<CaseResult> shown = notPassed(results);
        int skipped = count(results, Kind.SKIPPED);
        StringBuilder lines = new StringBuilder("\n\n");
        lines.append(Links.line(
                "texts",
                results.size() + ": " + count(results, Kind.PASS) + " pass, " + count(results, Kind.FAIL) + " fail, "
                        + count(results, Kind.INCONCLUSIVE) + " inconclusive, "
                        + count(results, Kind.NOT_APPLICABLE) + " not applicable"
                        + (skipped > 0 ? ", " + skipped + " skipped" : "")));
        shown.stream()
                .limit(LISTED)
                .forEach(result -> lines.append('\n')
                        .append(Links.line(label(result.kind()), VisibleText.inLine(result.text())))
                        .append(" ".repeat(13))
                        .append(VisibleText.inLine(result.firstLine()))
                        .append('\n'));
        if (shown.size() > LISTED) {
            lines.append("\n  and ").append(shown.size() - LISTED).append(" more that do not pass\n");
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

    private static String percent(int part, int of) {
        return percent((double) part / of);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
