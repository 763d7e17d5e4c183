package io.github.junitattrib;

import java.util.List;
import java.util.function.Function;

/**
 * A check as a function of an attribution, so that it can be run again on another model.
 *
 * @param kind name of the assertion, such as {@code ranksAbove}
 * @param arguments what it was given, as text
 * @param function judges an attribution without throwing for wrong behaviour
 */
public record Check(String kind, List<String> arguments, Function<Attribution, CheckResult> function) {

    /**
     * Copies the arguments.
     *
     * @param kind name of the assertion, such as {@code ranksAbove}
     * @param arguments what it was given, as text
     * @param function judges an attribution without throwing for wrong behaviour
     */
    public Check {
        arguments = List.copyOf(arguments);
    }
}
