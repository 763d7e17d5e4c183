package io.github.junitattrib.junit;

import java.time.Duration;
import java.util.Optional;

/** Reads {@code attrib.progress}; without JUnit's classes, which other test engines do not have. */
final class ProgressTime {

    private static final Duration USUAL = Duration.ofSeconds(5);

    private ProgressTime() {}

    /**
     * Returns the time between two lines; empty if there are to be none.
     *
     * @throws IllegalArgumentException if the value is none of those that it may be; the message says which
     */
    static Optional<Duration> of(Optional<String> value) {
        String said = value.orElse("true");
        if (said.equals("false")) {
            return Optional.empty();
        }
        if (!said.matches("true|\\d{1,5}")) {
            throw new IllegalArgumentException("attrib.progress is \"" + said
                    + "\", but must be true, false or a number of seconds between two lines.");
        }
        return Optional.of(said.equals("true") ? USUAL : Duration.ofSeconds(Long.parseLong(said)));
    }
}
