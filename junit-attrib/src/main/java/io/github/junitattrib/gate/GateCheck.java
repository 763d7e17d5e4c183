package io.github.junitattrib.gate;

import io.github.junitattrib.Verdict;
import java.util.Locale;
import java.util.Optional;

/**
 * A threshold with what was measured.
 *
 * @param rule the threshold
 * @param figure the number; empty if there is nothing to measure it by
 * @param verdict the outcome; empty if the slice is one of all and has too few cases to be judged
 * @param note why there is no number or no verdict, or what the number belongs to; empty text if there is nothing to say
 * @param remedy what to do where nobody can tell; empty text if somebody can
 */
public record GateCheck(GateRule rule, Optional<Figure> figure, Optional<Verdict> verdict, String note, String remedy) {

    private static final int MOST_DIGITS = 12;

    /**
     * Prints the number, with its ends if it is not exactly known.
     *
     * @return such as {@code 3.7 %}
     */
    public String value() {
        return value("(%s to %s)");
    }

    private String value(String ends) {
        return figure.map(number -> number.low() == number.high()
                        ? print(number.value())
                        : print(number.value()) + " "
                                + String.format(Locale.ROOT, ends, print(number.low()), print(number.high())))
                .orElse("none");
    }

    /**
     * Prints the limit.
     *
     * @return such as {@code at most 2.0 %}
     */
    public String limit() {
        GateKey.Unit unit = rule.key().unit();
        int digits = unit.digits();
        while (digits < MOST_DIGITS && !unit.holds(rule.limit(), digits)) {
            digits++;
        }
        return (rule.key().isMinimum() ? "at least " : "at most ") + unit.print(rule.limit(), digits);
    }

    /** With as many digits as tell the number from the limit. */
    private String print(double number) {
        GateKey.Unit unit = rule.key().unit();
        int digits = unit.digits();
        while (number != rule.limit()
                && digits < MOST_DIGITS
                && unit.print(number, digits).equals(unit.print(rule.limit(), digits))) {
            digits++;
        }
        return unit.print(number, digits);
    }

    /**
     * Says in a sentence what was measured: the number with what its ends mean, the limit and the reason for it.
     *
     * @return without a full stop at its end
     */
    public String sentence() {
        return rule.name() + ": the " + rule.key().meaning() + " is "
                + value("(between %s and %s, by the error bars)")
                + (note.isEmpty() ? "" : " (" + note + ")") + " and should be " + limit()
                + (rule.because().isEmpty() ? "" : ", because " + rule.because());
    }
}
