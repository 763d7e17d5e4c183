package io.github.junitattrib.gate;

import io.github.junitattrib.Verdict;
import java.util.Locale;
import java.util.Optional;

/**
 * A threshold with what was measured.
 *
 * @param rule the threshold
 * @param figure the number; empty if there is nothing to measure it by
 * @param verdict the outcome; empty if the slice has too few cases to be judged
 * @param note why there is no number or no verdict, or what the number belongs to; empty text if there is nothing to say
 */
public record GateCheck(GateRule rule, Optional<Figure> figure, Optional<Verdict> verdict, String note) {

    /**
     * Prints the number, with its ends if it is not exactly known.
     *
     * @return such as {@code 3.7 %}
     */
    public String value() {
        return figure.map(number -> number.low() == number.high()
                        ? print(number.value())
                        : print(number.value()) + " (" + print(number.low()) + " to " + print(number.high()) + ")")
                .orElse("none");
    }

    /**
     * Prints the limit.
     *
     * @return such as {@code at most 2.0 %}
     */
    public String limit() {
        return (rule.key().isMinimum() ? "at least " : "at most ") + print(rule.limit());
    }

    private String print(double number) {
        return switch (rule.key().unit()) {
            case NUMBER -> String.format(Locale.ROOT, "%.0f", number);
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * number);
            case RATIO -> String.format(Locale.ROOT, "%.4f", number);
        };
    }

    /**
     * Says in a sentence what was measured: the number, the limit and the reason for it.
     *
     * @return without a full stop at its end
     */
    public String sentence() {
        return rule.name() + ": the " + rule.key().meaning() + " is " + value()
                + (note.isEmpty() ? "" : " (" + note + ")") + " and should be " + limit()
                + (rule.because().isEmpty() ? "" : ", because " + rule.because());
    }
}
