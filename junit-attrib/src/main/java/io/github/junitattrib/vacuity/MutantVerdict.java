package io.github.junitattrib.vacuity;

/**
 * What a check made of one mutant, with the reason.
 *
 * @param mutant its name, such as {@code weights 3}
 * @param reaction what came out
 * @param note what the check said, in one line; empty text if there is nothing to say
 */
public record MutantVerdict(String mutant, Reaction reaction, String note) {}
