package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.report.VisibleText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a quantile of a number over a corpus. */
public final class ShouldHaveQuantile extends BasicErrorMessageFactory {

    /**
     * A quantile that should be below or above a limit.
     *
     * @param quantile from above 0 to 1
     * @param number what the number is called
     * @param below whether it should be below the limit rather than above it
     * @param limit the limit
     */
    public record Wanted(double quantile, String number, boolean below, double limit) {}

    /**
     * A text with its number.
     *
     * @param attribution the attribution of the text
     * @param value its number; NaN if it is not known
     */
    public record Case(Attribution attribution, double value) {}

    private ShouldHaveQuantile(String quantile, String bound, String found, String cases) {
        super(
                "Expected %s to be %s, but it is %s.%s",
                unquotedString(quantile), unquotedString(bound), unquotedString(found), unquotedString(cases));
    }

    /**
     * Says that the quantile is on the other side of the limit.
     *
     * @param wanted what was expected
     * @param found the quantile; NaN or infinite if numbers that are not known decide it
     * @param nearest where it may be next to the limit
     * @param texts of how many texts
     * @param worst some of them, the worst first
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveQuantile(
            Wanted wanted, double found, double nearest, long texts, List<Case> worst) {
        String is =
                Double.isFinite(found) ? print(found) : (wanted.below() ? "at least " : "at most ") + print(nearest);
        return new ShouldHaveQuantile(quantile(wanted, texts), bound(wanted), is, cases(texts, worst));
    }

    /**
     * Says that numbers that are not known decide.
     *
     * @param wanted what was expected
     * @param unknown how many texts have no number that can be relied on
     * @param texts of how many texts
     * @param worst some of them, those first
     * @return the message
     */
    public static ErrorMessageFactory unclearQuantile(Wanted wanted, long unknown, long texts, List<Case> worst) {
        Attribution first = worst.get(0).attribution();
        return CannotTell.because(
                quantile(wanted, texts) + " is " + bound(wanted),
                "the numbers of " + unknown + " of the texts are not certain enough",
                Remedies.ofMethod(first),
                cases(texts, worst));
    }

    private static String quantile(Wanted wanted, long texts) {
        return String.format(
                Locale.ROOT,
                "the %s %% quantile of the %s over %d texts",
                print(100 * wanted.quantile()),
                wanted.number(),
                texts);
    }

    private static String bound(Wanted wanted) {
        return (wanted.below() ? "below " : "above ") + print(wanted.limit());
    }

    private static String cases(long texts, List<Case> worst) {
        StringBuilder lines = new StringBuilder("\n\n");
        worst.forEach(one -> lines.append(String.format(
                Locale.ROOT,
                "  %-13s %s\n",
                print(one.value()),
                VisibleText.inLine(one.attribution().text()))));
        if (texts > worst.size()) {
            lines.append("  and ").append(texts - worst.size()).append(" more\n");
        }
        return lines + Links.lines();
    }

    /**
     * Prints a number of a text with six digits at most, without zeros at the end.
     *
     * @param number the number
     * @return as messages show it
     */
    public static String print(double number) {
        return !Double.isFinite(number)
                ? "unknown"
                : new BigDecimal(number)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
