package io.github.junitattrib.assertj;

import io.github.junitattrib.check.ThreadBound;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;

/**
 * How a test wrote an assertion: a step calls the assertion behind it, {@code ranksAbove(..)} for {@code
 * ranks("great").above("said")}, and remembers here what was written.
 */
final class WrittenCall {

    /** Argument of assertions on an order that does not look at signs. */
    static final String BY_MAGNITUDE = "by magnitude";

    private static final ThreadBound<String> CURRENT = new ThreadBound<>();

    private WrittenCall() {}

    /** Asserts what a test wrote as this call. */
    static <T> T as(String call, Supplier<T> assertion) {
        return CURRENT.during(Optional.of(call), assertion);
    }

    /**
     * Returns what was written: a step's call, or the assertion itself with its arguments.
     *
     * @param kind name of the assertion
     * @param arguments what it was given; {@link RankedBy#BY_MAGNITUDE} as the last one was a call of its own
     */
    static String of(String kind, List<?> arguments) {
        int last = arguments.size() - 1;
        boolean byMagnitude = last >= 0 && BY_MAGNITUDE.equals(arguments.get(last));
        List<?> given = byMagnitude ? arguments.subList(0, last) : arguments;
        String call = CURRENT.current()
                .orElseGet(() ->
                        given.stream().map(WrittenCall::argument).collect(Collectors.joining(", ", kind + "(", ")")));
        return byMagnitude ? "byMagnitude()." + call : call;
    }

    static String argument(Object argument) {
        if (argument instanceof String text) {
            return '"' + text + '"';
        }
        if (argument instanceof Offset<?> offset) {
            return (offset.strict ? "byLessThan(" : "within(") + offset.value + ")";
        }
        return argument instanceof Percentage percentage
                ? "withinPercentage(" + percentage.value + ")"
                : String.valueOf(argument);
    }
}
