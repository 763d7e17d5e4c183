package io.github.junitattrib.vacuity;

import java.util.Optional;
import java.util.function.Supplier;

/** What an error says, in one line of a list. */
final class FirstLine {

    private FirstLine() {}

    static String of(Throwable error) {
        Supplier<String> type = () -> error.getClass().getSimpleName();
        return Optional.ofNullable(error.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElseGet(type);
    }
}
