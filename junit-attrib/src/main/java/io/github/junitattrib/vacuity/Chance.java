package io.github.junitattrib.vacuity;

import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Measures how often a check passes by luck, by judging {@link DealtScores}: 1/2 for the order of two words, 1/n for the
 * first of n words, k/n for the first k, 1/2 for a sign, 1/C for a predicted class, and right for any other check.
 */
final class Chance {

    /** Gives a chance of 1/2 to ± 0.035. It costs no evaluation of the model. */
    private static final int DEALS = 200;

    private Chance() {}

    /** Returns a number from 0 to 1; empty if the check asks the model itself or fails to judge. */
    static OptionalDouble of(Check check, ModelAnswers model, long seed) {
        Random random = new Random(seed);
        int passed = 0;
        try {
            for (int i = 0; i < DEALS; i++) {
                boolean pass =
                        check.function().apply(new DealtScores(model, random)).verdict() == Verdict.PASS;
                passed += pass ? 1 : 0;
            }
        } catch (RuntimeException | Error e) {
            // What a check does with numbers that no model gave is its own affair.
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((double) passed / DEALS);
    }
}
