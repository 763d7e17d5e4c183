package io.github.junitattrib.report;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many checks no mutant was asked about, and why.
 *
 * @param aboutMethod checks of the method and its numbers in tests that passed: they hold on every model
 * @param ofUnpassedTests checks in tests that failed or were given up
 */
public record NotAsked(int aboutMethod, int ofUnpassedTests) {

    /** Nothing was left out. */
    public static final NotAsked NONE = new NotAsked(0, 0);

    NotAsked plus(NotAsked other) {
        return new NotAsked(aboutMethod + other.aboutMethod, ofUnpassedTests + other.ofUnpassedTests);
    }

    /** Says it in words; empty if nothing was left out. */
    Optional<String> sentence() {
        String parts = Stream.concat(
                        part(aboutMethod, "about the method, which says nothing of what the model learnt").stream(),
                        part(ofUnpassedTests, "of tests that did not pass").stream())
                .collect(Collectors.joining("; "));
        return parts.isEmpty() ? Optional.empty() : Optional.of("Not asked of mutants: " + parts + ".");
    }

    private static Optional<String> part(int checks, String what) {
        return checks == 0 ? Optional.empty() : Optional.of(checks + (checks == 1 ? " check " : " checks ") + what);
    }
}
